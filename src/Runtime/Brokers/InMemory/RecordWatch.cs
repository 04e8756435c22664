using System.Collections.Concurrent;

namespace TaskGen.Brokers.InMemory;

/// <summary>
/// Represents a subscription to changes of the tasks that were read with this watch. A registration ends when the task ends or the watch is
/// disposed.
/// </summary>
internal sealed class RecordWatch(string channel, Action<TaskId> changed) : IBrokerWatch
{
    private readonly ConcurrentDictionary<(StoredQueue Queue, Guid Id), bool> _registrations = new();
    private volatile bool _disposed;

    public string Channel => channel;

    public int Registrations => _registrations.Count;

    /// <summary>Registers this watch for a record. The caller must hold the queue's lock.</summary>
    public void Register(StoredQueue queue, StoredRecord record)
    {
        var registration = (queue, record.Value.Id);
        _registrations[registration] = true;
        record.Watch(this);

        // The flag is checked last. Disposal sets it before removing the registrations, so at least one of the two threads removes this
        // registration.
        if (_disposed)
        {
            _registrations.TryRemove(registration, out _);
            record.Unwatch(this);
        }
    }

    /// <summary>Removes the registration for a task that has ended. The caller must hold the queue's lock.</summary>
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
