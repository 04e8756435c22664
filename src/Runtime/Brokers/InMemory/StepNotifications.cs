namespace TaskGen.Brokers.InMemory;

/// <summary>Collects the notifications that are sent after a step has ended.</summary>
internal sealed class StepNotifications
{
    private readonly List<(RecordWatch Watch, TaskId Id)> _changes = [];

    public bool CancelRequested { get; set; }

    public bool DeliveriesWait { get; set; }

    public void Changed(RecordWatch watch, TaskId id) => _changes.Add((watch, id));

    public void Tell(QueueBell bell)
    {
        if (CancelRequested)
        {
            bell.Ring(BellReason.Cancel);
        }

        if (DeliveriesWait)
        {
            bell.Ring(BellReason.Deliveries);
        }

        foreach (var (watch, id) in _changes)
        {
            watch.Notify(id);
        }
    }
}
