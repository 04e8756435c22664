using System.Collections.Concurrent;

namespace TaskGen.Brokers.InMemory;

/// <summary>Receives notifications about the tasks that were read with it, until they end or the watch is disposed.</summary>
internal sealed class RecordWatch(string channel, Action<TaskId> changed) : IBrokerWatch
{
    private readonly ConcurrentDictionary<(StoredQueue Queue, Guid Id), bool> _registrations = new();
    private volatile bool _disposed;

    public string Channel => channel;

    public int Registrations => _registrations.Count;

    /// <summary>Registers a record. The caller holds the lock of the queue.</summary>
    public void Register(StoredQueue queue, StoredRecord record)
    {
        var registration = (queue, record.Value.Id);
        _registrations[registration] = true;
        record.Watch(this);

        // Checked last: disposal sets the flag before it removes the registrations, so at least one of the two threads removes this one.
        if (_disposed)
        {
            _registrations.TryRemove(registration, out _);
            record.Unwatch(this);
        }
    }

    /// <summary>Removes the registration of a task that has ended. The caller holds the lock of the queue.</summary>
    public void Forget(StoredQueue queue, Guid id) => _registrations.TryRemove((queue, id), out _);

    public void Notify(TaskId id)
    {
        if (!_disposed)
        {
            changed(id);
        }
    }

    public ValueTask DisposeAsync()
    {
        _disposed = true;
        foreach (var registration in _registrations.Keys)
        {
            registration.Queue.Unwatch(registration.Id, this);
            _registrations.TryRemove(registration, out _);
        }

        return ValueTask.CompletedTask;
    }
}
