namespace TaskGen;

/// <summary>Why the token of a running task was canceled.</summary>
public enum StopReason
{
    /// <summary>It was not.</summary>
    None,

    /// <summary>The attempt reached its soft time limit: clean up and leave before the hard one.</summary>
    SoftTimeLimit,

    /// <summary>The attempt reached its hard time limit: it has been given up, and nothing it still reports is accepted.</summary>
    TimeLimit,

    /// <summary>Somebody canceled the task.</summary>
    Canceled,

    /// <summary>The worker stops: the task goes back to the front of its queue and this attempt is not counted.</summary>
    Shutdown,

    /// <summary>
    /// The worker's lease ended: another worker may hold the task, and nothing this one still reports is accepted. Or a lease of a resource
    /// was lost, which another task may hold; then the task goes back to the front of its queue and this attempt is not counted.
    /// </summary>
    LeaseLost,
}
