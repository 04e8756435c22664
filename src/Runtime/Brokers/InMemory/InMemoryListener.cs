namespace TaskGen.Brokers;

/// <summary>Somebody who listens to a bell until disposed.</summary>
internal sealed class InMemoryListener(InMemoryBell bell, Action<BellReason> ring) : IAsyncDisposable
{
    public void Ring(BellReason reason) => ring(reason);

    public ValueTask DisposeAsync()
    {
        bell.Remove(this);
        return ValueTask.CompletedTask;
    }
}
