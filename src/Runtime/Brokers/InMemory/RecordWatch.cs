using System.Collections.Concurrent;

namespace TaskGen.Brokers.InMemory;

/// <summary>Hears of the tasks that were read with it, until they end or it is disposed.</summary>
internal sealed class RecordWatch(string channel, Action<TaskId> changed) : IBrokerWatch
{
    private readonly ConcurrentDictionary<(StoredQueue Queue, Guid Id), bool> _registrations = new();
    private volatile bool _disposed;

    public string Channel => channel;

    public int Registrations => _registrations.Count;

    /// <summary>Called under the lock of the queue.</summary>
    public void Register(StoredQueue queue, StoredRecord record)
    {
        var registration = (queue, record.Value.Id);
        _registrations[registration] = true;
        record.Watch(this);

        // Looked at last: whoever disposes sets it first and then takes out what is registered, so one of the two sees the other.
        if (_disposed)
        {
            _registrations.TryRemove(registration, out _);
            record.Unwatch(this);
        }
    }

    /// <summary>Called under the lock of the queue, when the task has ended.</summary>
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
