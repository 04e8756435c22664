namespace TaskGen.Worker;

/// <summary>
/// What one execution is in: whether it has ended, whether and why it was told to stop, and what its end or its cancel has to reach. One
/// lock, since each of these decides about the others; no code of anybody else runs under it.
/// </summary>
internal sealed class ExecutionState
{
    private readonly Lock _lock = new();
    private List<TaskId>? _children;
    private List<ResourceLease>? _leases;
    private StopReason _stopReason;
    private string? _cancelReason;
    private bool _lostResource;
    private bool _ended;

    public StopReason StopReason => _stopReason;

    /// <summary>The text of whoever canceled the task.</summary>
    public string? CancelReason => _cancelReason;

    /// <summary>Whether it was stopped because a resource lease was lost, while the task itself is still held.</summary>
    public bool HasLostResource => _lostResource;

    public bool HasEnded
    {
        get
        {
            lock (_lock)
            {
                return _ended;
            }
        }
    }

    /// <summary>Notes a reason to stop. A later reason replaces an earlier one only where it is stronger.</summary>
    /// <param name="reason">The reason.</param>
    /// <param name="cancelReason">The text of whoever canceled the task.</param>
    /// <param name="children">The tasks that are to be canceled too.</param>
    /// <returns>Whether the execution is to be told.</returns>
    public bool TryStop(StopReason reason, string? cancelReason, out IReadOnlyList<TaskId> children)
    {
        children = [];
        lock (_lock)
        {
            var stronger = _stopReason is StopReason.None or StopReason.SoftTimeLimit
                || reason is StopReason.TimeLimit or StopReason.LeaseLost;
            if (_ended || !stronger)
            {
                return false;
            }

            _stopReason = reason;
            _cancelReason = cancelReason;
            if (reason == StopReason.Canceled && _children is not null)
            {
                (children, _children) = (_children, null);
            }

            _lostResource = false;
            return true;
        }
    }

    /// <summary>Notes that a resource lease is lost. Any other reason to stop, but for the soft time limit, is stronger.</summary>
    /// <returns>Whether the execution is to be told.</returns>
    public bool TryLoseResource()
    {
        lock (_lock)
        {
            if (_ended || _stopReason is not (StopReason.None or StopReason.SoftTimeLimit))
            {
                return false;
            }

            _stopReason = StopReason.LeaseLost;
            _lostResource = true;
            return true;
        }
    }

    /// <summary>Notes tasks that the handler has dispatched: a cancel of the task cancels them too.</summary>
    /// <returns>False where the task is already canceled, so that they are to be canceled now.</returns>
    public bool TryAddChildren(IReadOnlyList<TaskId> children)
    {
        lock (_lock)
        {
            if (_stopReason == StopReason.Canceled)
            {
                return false;
            }

            (_children ??= []).AddRange(children);
            return true;
        }
    }

    /// <summary>Notes a resource lease, which is closed when the execution ends.</summary>
    /// <returns>False where the execution has ended.</returns>
    public bool TryAdd(ResourceLease lease)
    {
        lock (_lock)
        {
            if (_ended)
            {
                return false;
            }

            (_leases ??= []).Add(lease);
            return true;
        }
    }

    public void Remove(ResourceLease lease)
    {
        lock (_lock)
        {
            _leases?.Remove(lease);
        }
    }

    /// <summary>Ends the execution, once.</summary>
    /// <param name="leases">The resource leases that are to be closed.</param>
    /// <returns>False where it has ended before.</returns>
    public bool TryEnd(out IReadOnlyList<ResourceLease> leases)
    {
        leases = [];
        lock (_lock)
        {
            if (_ended)
            {
                return false;
            }

            _ended = true;
            if (_leases is not null)
            {
                (leases, _leases) = (_leases, null);
            }

            return true;
        }
    }
}
