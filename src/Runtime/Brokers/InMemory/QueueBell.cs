namespace TaskGen.Brokers.InMemory;

/// <summary>
/// Sends the wake-up notifications (bell) of one queue. The array of listeners is replaced instead of being modified, so sending a
/// notification requires no lock.
/// </summary>
internal sealed class QueueBell
{
    private readonly Lock _gate = new();
    private volatile BellListener[] _listeners = [];

    public BellListener Listen(Action<BellReason> ring)
    {
        var listener = new BellListener(this, ring);
        lock (_gate)
        {
            _listeners = [.. _listeners, listener];
        }

        return listener;
    }

    public void Remove(BellListener listener)
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
