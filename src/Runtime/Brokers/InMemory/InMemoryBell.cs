namespace TaskGen.Brokers;

/// <summary>The bell of one queue. Who listens is kept in an array that is replaced, never changed, so that ringing needs no lock.</summary>
internal sealed class InMemoryBell
{
    private readonly Lock _gate = new();
    private volatile InMemoryListener[] _listeners = [];

    public InMemoryListener Listen(Action<BellReason> ring)
    {
        var listener = new InMemoryListener(this, ring);
        lock (_gate)
        {
            _listeners = [.. _listeners, listener];
        }

        return listener;
    }

    public void Remove(InMemoryListener listener)
    {
        lock (_gate)
        {
            _listeners = [.. _listeners.Where(other => other != listener)];
        }
    }

    public void Ring(BellReason reason)
    {
        foreach (var listener in _listeners)
        {
            listener.Ring(reason);
        }
    }
}
