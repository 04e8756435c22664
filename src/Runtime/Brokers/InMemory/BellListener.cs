namespace TaskGen.Brokers.InMemory;

/// <summary>Represents a subscription to the wake-up notifications (bell) of a queue. Disposing it ends the subscription.</summary>
internal sealed class BellListener(QueueBell bell, Action<BellReason> ring) : IAsyncDisposable
{
    public void Ring(BellReason reason) => ring(reason);

    public ValueTask DisposeAsync()
    {
        bell.Remove(this);
        return ValueTask.CompletedTask;
    }
}
