namespace TaskGen;

/// <summary>Specifies the effect of a cancellation.</summary>
public enum CancelResult
{
    /// <summary>The task was waiting and is now canceled. Its method does not start.</summary>
    Canceled,

    /// <summary>
    /// The task is running, and its worker was requested to cancel it. It ends as <see cref="TaskState.Canceled"/>, or as
    /// <see cref="TaskState.Succeeded"/> if its method returns normally. A task that keeps no record is always requested to end.
    /// </summary>
    Requested,

    /// <summary>The task had already ended. The call had no effect.</summary>
    AlreadyEnded,
}
