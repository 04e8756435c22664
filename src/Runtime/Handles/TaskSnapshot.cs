using System.Text.Json.Serialization;
using TaskGen.Primitives;

namespace TaskGen;

/// <summary>Represents the state of a task at the time when it was read.</summary>
/// <param name="Id">The id of the task.</param>
/// <param name="Name">
/// The wire name under which the task was dispatched. It is the old name if the task has been renamed since then.
/// </param>
/// <param name="State">The state of the task.</param>
/// <param name="Attempt">The number of the current or latest attempt, starting at 1; 0 before the first attempt.</param>
/// <param name="MaxAttempts">The maximum number of attempts, including the first one.</param>
/// <param name="Progress">The latest progress report; <see langword="null"/> if there is none.</param>
/// <param name="EnqueuedAt">The time at which the task was enqueued. All times in the snapshot are based on the broker's clock.</param>
/// <param name="DueAt">The earliest time at which a scheduled or retrying task can start; otherwise, <see langword="null"/>.</param>
/// <param name="StartedAt">The time at which the latest attempt started; <see langword="null"/> before the first attempt.</param>
/// <param name="FinishedAt">The time at which the task ended; <see langword="null"/> if it has not ended.</param>
/// <param name="Failure">The failure of the task or of its latest attempt; <see langword="null"/> if no attempt has failed.</param>
/// <param name="WorkerId">
/// The id of the worker that runs or last ran the task. It is <see langword="null"/> if the task has not started, or if it ended before its
/// start was recorded.
/// </param>
/// <remarks>
/// A snapshot can be serialized as JSON: <see cref="TaskSnapshotConverter"/> writes states as names, and omits the stack trace of a failure
/// by default.
/// </remarks>
[JsonConverter(typeof(TaskSnapshotConverter))]
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
    /// <summary>Gets a value that indicates whether the task has ended: it succeeded, failed, was canceled, or expired.</summary>
    public bool HasEnded => State.IsEnd();

    /// <summary>
    /// Gets the number of tasks of a canvas, and how many of them have ended and have failed; <see langword="null"/> if the snapshot is not
    /// that of a canvas. <see cref="Progress"/> of a canvas contains the number of ended tasks and the number of all tasks.
    /// </summary>
    public CanvasProgress? Canvas { get; init; }
}
