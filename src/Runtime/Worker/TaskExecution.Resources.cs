namespace TaskGen;

/// <content>The slots of resources that it holds and waits for.</content>
internal sealed partial class TaskExecution
{
    private readonly List<ResourceSlot> _slots = [];
    private bool _lostResource;

    public ValueTask<IAsyncDisposable> AcquireAsync(string resource, int limit, CancellationToken cancellationToken) =>
        _services.Resources.AcquireAsync(this, resource, limit, cancellationToken);

    /// <summary>A slot of a resource is not held any more, but the task is: what it was doing must stop, and starts again from the front of its queue.</summary>
    public void LoseResource()
    {
        lock (_lock)
        {
            if (_ended || _stopReason is not (StopReason.None or StopReason.SoftTimeLimit))
            {
                return;
            }

            _stopReason = StopReason.LeaseLost;
            _lostResource = true;
        }

        _ = CancelTokenAsync();
    }

    /// <summary>From here on the execution has the slot given back at its end.</summary>
    public void Add(ResourceSlot slot)
    {
        lock (_lock)
        {
            if (_ended)
            {
                throw new InvalidOperationException($"Task '{Name}' ({Id}) has ended: it cannot acquire resource '{slot.Resource}' any more. Await the call inside the task.");
            }

            _slots.Add(slot);
        }
    }

    public void Remove(ResourceSlot slot)
    {
        lock (_lock)
        {
            _slots.Remove(slot);
        }
    }
}
