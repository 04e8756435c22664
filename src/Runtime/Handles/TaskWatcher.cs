using Microsoft.Extensions.Logging;
using TaskGen.Brokers;
using TaskGen.Telemetry;

namespace TaskGen.Handles;

/// <summary>
/// Passes changed task records to all callers in this process that wait for tasks. The callers share one subscription. After a change
/// notification, the record is read again. All watched records are also read at longer intervals, in case a notification is lost.
/// </summary>
internal sealed class TaskWatcher(IQueueBroker broker, TimeProvider time, ILogger logger, BrokerOutage outage)
    : IAsyncDisposable, IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, QueueWatcher> _queues = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _opening = new(1);
    private readonly CancellationTokenSource _closed = new();
    private IBrokerWatch? _watch;

    /// <summary>Starts to watch a task. Its current record is read immediately.</summary>
    public TaskWatch Watch(TaskId id)
    {
        ObjectDisposedException.ThrowIf(_closed.IsCancellationRequested, this);
        lock (_lock)
        {
            if (!_queues.TryGetValue(id.Queue, out var queue))
            {
                _queues.Add(id.Queue, queue = new QueueWatcher(id.Queue, broker, OpenAsync, time, logger, outage, Forget, _closed.Token));
            }

            return queue.Watch(id.Value);
        }
    }

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    public async ValueTask DisposeAsync()
    {
        await _closed.CancelAsync().ConfigureAwait(false);
        if (_watch is not null)
        {
            await _watch.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async ValueTask<IBrokerWatch> OpenAsync()
    {
        if (_watch is { } open)
        {
            return open;
        }

        await _opening.WaitAsync(_closed.Token).ConfigureAwait(false);
        try
        {
            _watch ??= await broker.WatchAsync(OnChanged, _closed.Token).ConfigureAwait(false);
            if (_closed.IsCancellationRequested)
            {
                // DisposeAsync ran before the subscription existed, so it is closed here.
                await _watch.DisposeAsync().ConfigureAwait(false);
            }

            return _watch;
        }
        finally
        {
            _opening.Release();
        }
    }

    private void OnChanged(TaskId id)
    {
        QueueWatcher? queue;
        lock (_lock)
        {
            _queues.TryGetValue(id.Queue, out queue);
        }

        queue?.OnChanged(id.Value);
    }

    // The queue name is part of a task id, which can come from an untrusted source. A queue without watches is removed, so that memory use
    // stays bounded.
    private void Forget(QueueWatcher queue)
    {
        lock (_lock)
        {
            if (!queue.IsUnused || !_queues.TryGetValue(queue.Queue, out var known) || known != queue)
            {
                return;
            }

            _queues.Remove(queue.Queue);
        }

        queue.Retire();
    }
}
