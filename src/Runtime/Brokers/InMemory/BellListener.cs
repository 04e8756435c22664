namespace TaskGen.Brokers.InMemory;

/// <summary>Somebody who listens to a bell until disposed.</summary>
internal sealed class BellListener(QueueBell bell, Action<BellReason> ring) : IAsyncDisposable
{
    public void Ring(BellReason reason) => ring(reason);

    public ValueTask DisposeAsync()
    {
        bell.Remove(this);
        return ValueTask.CompletedTask;
    }
}
