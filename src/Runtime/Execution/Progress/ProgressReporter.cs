using System.Text.Json;

namespace TaskGen.Execution;

/// <summary>
/// Keeps the latest progress report of one execution, and provides it for sending at most once per interval. Reporting only stores a
/// reference under a lock; a report is serialized when it is sent. The last report is sent together with the outcome of the attempt, so
/// that it is not lost.
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

    /// <param name="time">The clock that measures the interval.</param>
    /// <param name="interval">The minimum time between two reports that are sent.</param>
    /// <param name="json">The JSON options of the host.</param>
    /// <param name="ready">
    /// A delegate that is called when a report can be sent. The owner then calls <see cref="Take"/>. If it is null, the owner determines
    /// when reports are sent.
    /// </param>
    /// <param name="redact">A function that removes sensitive values from a report before it is sent; null if there are none.</param>
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
    /// Returns the latest report that has not been sent, as UTF-8 JSON, or an empty value if there is none. Until <see cref="Confirm"/> is
    /// called, the report counts as not yet stored.
    /// </summary>
    public ReadOnlyMemory<byte> Take()
    {
        ProgressReport? report;
        lock (_lock)
        {
            report = _latest;

            // Both fields change under one lock, so that a concurrent call of TakeLast finds the report in one of the fields.
            _underWay = report ?? _underWay;
            _latest = null;
            _waiting = false;
            _lastSent = _time.GetTimestamp();
        }

        return Write(report);
    }

    /// <summary>Confirms that the report that <see cref="Take"/> returned has been stored.</summary>
    public void Confirm()
    {
        lock (_lock)
        {
            _underWay = null;
        }
    }

    /// <summary>
    /// Returns the last report: the latest report that has not been sent or, if there is none, a report from <see cref="Take"/> that has
    /// not been confirmed.
    /// </summary>
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

    /// <summary>Ends reporting. Later reports are dropped.</summary>
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
