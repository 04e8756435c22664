using System.Text.Json;

namespace TaskGen.Execution;

/// <summary>
/// Keeps the latest report of one execution and lets it out at most once an interval. A report costs a lock and a store; what writes it
/// runs only when it leaves. The last one is taken along when the task is settled, so it is never lost.
/// </summary>
internal sealed class ProgressReporter : ITaskProgress, IDisposable
{
    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly TimeSpan _interval;
    private readonly JsonSerializerOptions _json;
    private readonly Action<ProgressReporter>? _ready;
    private readonly Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>>? _redact;
    private ITimer? _timer;
    private ProgressReport? _latest;
    private ProgressReport? _underWay;
    private long _lastSent;
    private bool _waiting;
    private bool _closed;

    /// <param name="time">Where the interval is measured.</param>
    /// <param name="interval">The shortest time between two reports that leave.</param>
    /// <param name="json">The types of the user.</param>
    /// <param name="ready">Called when a report may leave: the owner then calls <see cref="Take"/>. Null: only the owner decides.</param>
    /// <param name="redact">Takes what is sensitive out of a report that leaves. Null: there is nothing.</param>
    public ProgressReporter(
        TimeProvider time,
        TimeSpan interval,
        JsonSerializerOptions json,
        Action<ProgressReporter>? ready,
        Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>>? redact = null)
    {
        _time = time;
        _interval = interval;
        _json = json;
        _ready = ready;
        _redact = redact;
        _lastSent = long.MinValue;
    }

    public void Report(long current, long? total = null, string? status = null) => Keep(new ProgressReport(current, total, status));

    public void Keep(ProgressReport report)
    {
        lock (_lock)
        {
            if (_closed)
            {
                return;
            }

            _latest = report;
            if (_waiting || _ready is null)
            {
                return;
            }

            _waiting = true;
            var wait = _lastSent == long.MinValue ? TimeSpan.Zero : _interval - _time.GetElapsedTime(_lastSent);
            if (wait > TimeSpan.Zero)
            {
                _timer ??= _time.CreateTimer(
                    static state => ((ProgressReporter)state!).OnTimer(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                _timer.Change(wait, Timeout.InfiniteTimeSpan);
                return;
            }
        }

        _ready(this);
    }

    /// <summary>
    /// The latest report that has not left yet, as bytes; empty where there is none. It counts as under way until <see cref="Confirm"/>.
    /// </summary>
    public ReadOnlyMemory<byte> Take()
    {
        ProgressReport? report;
        lock (_lock)
        {
            report = _latest;

            // In the same step: whoever takes the last report meanwhile must find it in one of the two places.
            _underWay = report ?? _underWay;
            _latest = null;
            _waiting = false;
            _lastSent = _time.GetTimestamp();
        }

        return Write(report);
    }

    /// <summary>What was taken has been stored.</summary>
    public void Confirm()
    {
        lock (_lock)
        {
            _underWay = null;
        }
    }

    /// <summary>The last report: the latest, or one that was taken and is not known to have been stored.</summary>
    public ReadOnlyMemory<byte> TakeLast()
    {
        ProgressReport? report;
        lock (_lock)
        {
            report = _latest ?? _underWay;
            _latest = null;
            _underWay = null;
        }

        return Write(report);
    }

    /// <summary>Ends reporting: what is reported from here on is dropped.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _closed = true;
            _timer?.Dispose();
        }
    }

    private ReadOnlyMemory<byte> Write(ProgressReport? report)
    {
        var written = report?.Write(_json) ?? default;
        return written.IsEmpty || _redact is null ? written : _redact(written);
    }

    private void OnTimer()
    {
        lock (_lock)
        {
            if (_closed)
            {
                return;
            }
        }

        _ready!(this);
    }
}
