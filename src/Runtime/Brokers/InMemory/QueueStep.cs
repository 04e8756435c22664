namespace TaskGen.Brokers.InMemory;

/// <summary>
/// Represents one atomic step on a queue. The step holds the queue's lock until it is disposed. Notifications are sent only after the lock
/// is released, because a notified listener can call the broker.
/// </summary>
internal readonly ref struct QueueStep
{
    private readonly StoredQueue _queue;
    private readonly bool _wasEmpty;
    private readonly DateTimeOffset _nextDue;

    public QueueStep(StoredQueue queue)
    {
        _queue = queue;
        queue.Gate.Enter();
        Now = queue.Time.GetUtcNow();
        _wasEmpty = queue.IsEmpty;
        _nextDue = queue.NextDue ?? DateTimeOffset.MaxValue;
    }

    public DateTimeOffset Now { get; }

    public void Dispose()
    {
        var news = _queue.TakeNotifications();
        var work = _wasEmpty && !_queue.IsEmpty;
        var due = _queue.NextDue is { } next && next < _nextDue;
        _queue.Gate.Exit();
        if (work)
        {
            _queue.Bell.Ring(BellReason.Work);
        }

        if (due)
        {
            _queue.Bell.Ring(BellReason.Due);
        }

        news?.Tell(_queue.Bell);
    }
}
