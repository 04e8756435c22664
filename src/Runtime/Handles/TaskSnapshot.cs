using TaskGen.Primitives;

namespace TaskGen;

/// <summary>What the broker knew of a task at one moment.</summary>
/// <param name="Id">The task.</param>
/// <param name="Name">Its name on the wire when it was dispatched: where it has been renamed since, the old one.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Attempt">The attempt that runs or was the last to run, from 1; 0 before the first.</param>
/// <param name="MaxAttempts">How many attempts it has in all.</param>
/// <param name="Progress">Its latest progress report.</param>
/// <param name="EnqueuedAt">When it was dispatched, by the broker's clock.</param>
/// <param name="DueAt">When it may start at the earliest, while it is scheduled or retrying.</param>
/// <param name="StartedAt">When its latest attempt started.</param>
/// <param name="FinishedAt">When it ended.</param>
/// <param name="Failure">Why it failed, or why its latest attempt did.</param>
/// <param name="WorkerId">The worker that holds or last held it; null where it ended so soon that its start was never noted.</param>
public sealed record TaskSnapshot(
    TaskId Id,
    string Name,
    TaskState State,
    int Attempt,
    int MaxAttempts,
    TaskProgress? Progress,
    DateTimeOffset EnqueuedAt,
    DateTimeOffset? DueAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? FinishedAt,
    TaskFailure? Failure,
    string? WorkerId)
{
    /// <summary>Whether the task has ended, one way or another.</summary>
    public bool HasEnded => State.IsEnd();
}
