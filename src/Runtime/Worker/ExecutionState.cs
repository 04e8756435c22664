namespace TaskGen.Worker;

/// <summary>
/// Stores the state of one execution (one attempt of a task): whether it has ended, whether and why it was stopped, its child tasks (the
/// tasks that it has dispatched), and its resource leases. One lock protects all of them, because they depend on each other. No user code
/// runs while the lock is held.
/// </summary>
internal sealed class ExecutionState
{
    private readonly Lock _lock = new();
    private List<TaskId>? _children;
    private List<ResourceLease>? _leases;
    private StopReason _stopReason;
    private string? _cancelReason;
    private bool _canceled;
    private bool _lostResource;
    private bool _ended;

    public StopReason StopReason => _stopReason;

    /// <summary>The reason given by the caller that canceled the task; <see langword="null"/> if none was given.</summary>
    public string? CancelReason => _cancelReason;

    /// <summary>Whether the execution was stopped because it lost a resource lease while its worker still holds the task.</summary>
    public bool HasLostResource => _lostResource;

    /// <summary>Whether the task was canceled, even if a later reason for stopping the execution has replaced this one.</summary>
    public bool IsCanceled
    {
        get
        {
            lock (_lock)
            {
                return _canceled;
            }
        }
    }

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

    /// <summary>Sets the reason for stopping the execution. A later reason replaces an earlier one only if it has precedence.</summary>
    /// <param name="reason">The reason for stopping the execution.</param>
    /// <param name="cancelReason">The reason given by the caller that canceled the task; <see langword="null"/> if none was given.</param>
    /// <param name="children">The child tasks to cancel.</param>
    /// <returns><see langword="true"/> if the caller must cancel the task method's token; otherwise, <see langword="false"/>.</returns>
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
            if (reason == StopReason.Canceled)
            {
                (_canceled, children, _children) = (true, _children ?? [], null);
            }

            _lostResource = false;
            return true;
        }
    }

    /// <summary>
    /// Sets the loss of a resource lease as the reason for stopping the execution. This reason replaces only that of a reached soft time
    /// limit; all other reasons have precedence.
    /// </summary>
    /// <returns><see langword="true"/> if the caller must cancel the task method's token; otherwise, <see langword="false"/>.</returns>
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

    /// <summary>Adds child tasks (tasks that the task method has dispatched). They are canceled when the task is canceled.</summary>
    /// <returns>
    /// <see langword="true"/> if the child tasks were added; <see langword="false"/> if the task is already canceled and the caller must
    /// cancel the child tasks.
    /// </returns>
    public bool TryAddChildren(IReadOnlyList<TaskId> children)
    {
        lock (_lock)
        {
            if (_canceled)
            {
                return false;
            }

            (_children ??= []).AddRange(children);
            return true;
        }
    }

    /// <summary>Adds a resource lease, which is closed when the execution ends.</summary>
    /// <returns><see langword="true"/> if the lease was added; <see langword="false"/> if the execution has already ended.</returns>
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

    /// <summary>Marks the execution as ended. Only the first call has an effect.</summary>
    /// <param name="leases">The resource leases to close.</param>
    /// <returns><see langword="true"/> if this call ended the execution; otherwise, <see langword="false"/>.</returns>
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
