using System.Collections.Concurrent;
using System.Reflection;
using TaskGen.Brokers;
using TaskGen.Brokers.InMemory;

namespace Pattern.Tests;

/// <summary>
/// Stands between a worker and its broker, counts the progress that passes, and can cut the worker off for good, as a crash does.
/// </summary>
internal class BrokerTap : DispatchProxy, IAsyncDisposable
{
    private readonly ConcurrentQueue<WorkerIncarnation> _workers = new();
    private readonly ConcurrentQueue<Guid> _holders = new();
    private IBroker _inner = null!;
    private int _reports;
    private volatile bool _isCut;

    /// <summary>How many reports have left the worker on their own; the last may go with the end of the task.</summary>
    public int Reports => Volatile.Read(ref _reports);

    /// <summary>Puts a tap before a broker.</summary>
    public static BrokerTap Before(IBroker broker)
    {
        var tap = (BrokerTap)(object)Create<IBroker, BrokerTap>();
        tap._inner = broker;
        return tap;
    }

    /// <summary>
    /// From now on nothing gets through: no heartbeat, no release, no farewell. The embedded broker, whose workers cannot die without it,
    /// is told not to wait for one.
    /// </summary>
    public void Cut()
    {
        _isCut = true;
        if (_inner is InMemoryBroker { Faults: var faults })
        {
            _workers.ToList().ForEach(faults.StopHeartbeat);
            _holders.ToList().ForEach(faults.SilenceHolder);
        }
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        switch (_inner)
        {
            case IAsyncDisposable disposable:
                await disposable.DisposeAsync();
                break;
            case IDisposable disposable:
                disposable.Dispose();
                break;
        }
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (_isCut)
        {
            throw new TaskGen.TaskBrokerException("This worker is cut off.");
        }

        switch (args)
        {
            case [_, _, IReadOnlyList<ProgressUpdate> updates, ..]:
                Interlocked.Add(ref _reports, updates.Count);
                break;
            case [_, WorkerIncarnation worker, TimeSpan, ..]:
                _workers.Enqueue(worker);
                break;
            case [_, AcquireRequest request, ..]:
                _holders.Enqueue(request.Holder);
                break;
        }

        return targetMethod!.Invoke(_inner, BindingFlags.DoNotWrapExceptions, null, args, null);
    }
}
