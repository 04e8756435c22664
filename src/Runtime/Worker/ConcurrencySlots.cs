namespace TaskGen.Worker;

/// <summary>
/// Manages the concurrency slots of one queue. An execution that has finished waiting for its child tasks receives the next free slot
/// before any task that has not started. Therefore, any number of parent tasks can finish, even with a single slot.
/// </summary>
/// <remarks>
/// An execution whose wait was interrupted (a timeout, a token, or a time limit) receives a slot immediately, even if none is free. The
/// concurrency is then exceeded, and no slot is granted to any other execution until enough slots are released.
/// </remarks>
/// <param name="concurrency">The number of slots.</param>
/// <param name="onExceeded">The callback that is called before a slot above the concurrency is used.</param>
internal sealed class ConcurrencySlots(int concurrency, Action onExceeded)
{
    private readonly Lock _lock = new();
    private readonly LinkedList<SlotReturn> _returning = new();
    private int _used;

    /// <summary>The number of free slots, which is the number of tasks that can start now.</summary>
    public int Free
    {
        get
        {
            lock (_lock)
            {
                return Math.Max(0, concurrency - _used - _returning.Count);
            }
        }
    }

    public bool TryTake()
    {
        lock (_lock)
        {
            if (_used >= concurrency || _returning.Count > 0)
            {
                return false;
            }

            _used++;
            return true;
        }
    }

    public void Release()
    {
        SlotReturn? next = null;
        lock (_lock)
        {
            if (_used <= concurrency && _returning.First is { } first)
            {
                next = first.Value;
                _returning.Remove(first);
                next.Place = null;
            }
            else
            {
                _used--;
            }
        }

        next?.SetResult();
    }

    /// <summary>
    /// Acquires a slot for an execution that released its slot during a wait. The task of the request completes when the execution has the
    /// slot.
    /// </summary>
    public void Return(SlotReturn request)
    {
        bool isExceeded;
        lock (_lock)
        {
            if (_used >= concurrency && !request.IsHurried)
            {
                request.Place = _returning.AddLast(request);
                return;
            }

            isExceeded = ++_used > concurrency;
        }

        Grant(request, isExceeded);
    }

    /// <summary>Grants the slot to an execution immediately, even if no slot is free. Repeating the call has no effect.</summary>
    public void Hurry(SlotReturn request)
    {
        bool isExceeded;
        lock (_lock)
        {
            request.IsHurried = true;
            if (request.Place is not { } place)
            {
                // The request has its slot, or it was not made yet.
                return;
            }

            _returning.Remove(place);
            request.Place = null;
            isExceeded = ++_used > concurrency;
        }

        Grant(request, isExceeded);
    }

    private void Grant(SlotReturn request, bool isExceeded)
    {
        if (isExceeded)
        {
            onExceeded();
        }

        request.SetResult();
    }
}
