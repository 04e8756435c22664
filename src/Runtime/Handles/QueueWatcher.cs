using Microsoft.Extensions.Logging;
using TaskGen.Brokers;
using TaskGen.Primitives;
using TaskGen.Telemetry;

namespace TaskGen.Handles;

/// <summary>
/// Reads the records of the tasks in one queue that callers in this process wait for. It reads a record after each change notification, and
/// all watched records every 5 seconds. Its loop runs only while at least one task is watched.
/// </summary>
internal sealed class QueueWatcher
{
    private const int MaxRead = 500;
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ErrorWait = TimeSpan.FromSeconds(1);

    private readonly string _queue;
    private readonly IQueueBroker _broker;
    private readonly Func<ValueTask<IBrokerWatch>> _open;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly BrokerOutage _outage;
    private readonly string _call;
    private readonly CancellationToken _closed;
    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, List<TaskWatch>> _watches = [];
    private readonly HashSet<Guid> _dirty = [];
    private readonly AsyncSignal _signal = new();
    private readonly ITimer _poll;
    private readonly Action<QueueWatcher> _unused;
    private readonly CancellationTokenRegistration _registration;
    private bool _running;

    public QueueWatcher(
        string queue,
        IQueueBroker broker,
        Func<ValueTask<IBrokerWatch>> open,
        TimeProvider time,
        ILogger logger,
        BrokerOutage outage,
        Action<QueueWatcher> unused,
        CancellationToken closed)
    {
        (_queue, _broker, _open, _time, _logger, _outage, _unused, _closed) = (queue, broker, open, time, logger, outage, unused, closed);
        _call = $"read of queue '{queue}'";

        // The first caller can be a running task. Its async locals must not flow into the timer, which all callers share.
        using AsyncFlowControl? flow = ExecutionContext.IsFlowSuppressed() ? null : ExecutionContext.SuppressFlow();
        _poll = time.CreateTimer(static state => ((QueueWatcher)state!).OnPoll(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _registration = _closed.UnsafeRegister(static state => ((QueueWatcher)state!).OnClosed(), this);
    }

    public string Queue => _queue;

    public bool IsUnused
    {
        get
        {
            lock (_lock)
            {
                return _watches.Count == 0;
            }
        }
    }

    public TaskWatch Watch(Guid id)
    {
        var watch = new TaskWatch(this, id);
        lock (_lock)
        {
            if (!_watches.TryGetValue(id, out var watches))
            {
                _watches.Add(id, watches = []);
            }

            watches.Add(watch);
            _dirty.Add(id);
            if (!_running)
            {
                _running = true;
                ThreadPool.UnsafeQueueUserWorkItem(static watcher => _ = watcher.RunAsync(), this, preferLocal: false);
            }

            if (_closed.IsCancellationRequested)
            {
                // OnClosed might have run before this watch was added.
                watch.Close();
            }
        }

        _signal.Set();
        return watch;
    }

    public void Unwatch(TaskWatch watch)
    {
        bool isLast;
        lock (_lock)
        {
            if (_watches.TryGetValue(watch.Id, out var watches) && watches.Remove(watch) && watches.Count == 0)
            {
                _watches.Remove(watch.Id);
                _dirty.Remove(watch.Id);
            }

            isLast = _watches.Count == 0;
        }

        _signal.Set();
        if (isLast)
        {
            _unused(this);
        }
    }

    /// <summary>Releases the timer and the registration after the last watch has ended.</summary>
    public void Retire()
    {
        _registration.Unregister();
        _poll.Dispose();
    }

    public void OnChanged(Guid id)
    {
        lock (_lock)
        {
            if (!_watches.ContainsKey(id))
            {
                return;
            }

            _dirty.Add(id);
        }

        _signal.Set();
    }

    private async Task RunAsync()
    {
        while (TryTakeDirty(out var ids))
        {
            if (ids.Count == 0)
            {
                _poll.Change(PollInterval, Timeout.InfiniteTimeSpan);
                await _signal.WaitAsync().ConfigureAwait(false);
                continue;
            }

            try
            {
                var channel = await _open().ConfigureAwait(false);
                Deliver(ids, await _broker.ReadAsync(_queue, ids, channel, _closed).ConfigureAwait(false));
                _outage.OnSucceeded(_call);
            }
            catch (OperationCanceledException) when (_closed.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                // The callers continue to wait, because the broker might become available again. They can limit the wait with a timeout.
                _outage.OnFailed(_call, exception);
                LogMessages.WatchFailed(_logger, _queue, exception);
                PutBack(ids);
                await Task.Delay(ErrorWait, _time, _closed).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private bool TryTakeDirty(out List<Guid> ids)
    {
        lock (_lock)
        {
            ids = [.. _dirty.Take(MaxRead)];
            _dirty.ExceptWith(ids);
            _running = _watches.Count > 0 && !_closed.IsCancellationRequested;
            return _running;
        }
    }

    private void PutBack(List<Guid> ids)
    {
        lock (_lock)
        {
            _dirty.UnionWith(ids.Where(_watches.ContainsKey));
        }
    }

    private void Deliver(List<Guid> ids, IReadOnlyList<TaskRecord?> records)
    {
        for (var i = 0; i < ids.Count; i++)
        {
            lock (_lock)
            {
                if (_watches.TryGetValue(ids[i], out var watches))
                {
                    watches.ForEach(watch => watch.Observe(records[i]));
                }
            }
        }
    }

    private void OnPoll()
    {
        lock (_lock)
        {
            _dirty.UnionWith(_watches.Keys);
        }

        _signal.Set();
    }

    private void OnClosed()
    {
        _poll.Dispose();
        lock (_lock)
        {
            foreach (var watch in _watches.Values.SelectMany(static watches => watches))
            {
                watch.Close();
            }
        }

        _signal.Set();
    }
}
