namespace TaskGen;

/// <summary>Where a task stands. <c>docs/state-machine.md</c> has every transition and what makes it.</summary>
public enum TaskState
{
    /// <summary>Waits for its time: it was dispatched with a countdown or a not-before, or it snoozed.</summary>
    Scheduled,

    /// <summary>Waits in its queue for a worker.</summary>
    Pending,

    /// <summary>A worker holds it and has started it.</summary>
    Running,

    /// <summary>An attempt failed; the next one waits for the end of its backoff.</summary>
    Retrying,

    /// <summary>Ended: the method returned.</summary>
    Succeeded,

    /// <summary>Ended: no attempt is left, or another one would be pointless. Its envelope stands in the dead letters.</summary>
    Failed,

    /// <summary>Ended: somebody canceled it.</summary>
    Canceled,

    /// <summary>Ended: it expired while it waited to start, or to start again.</summary>
    Expired,
}
