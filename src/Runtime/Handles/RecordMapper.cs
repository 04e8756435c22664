using TaskGen.Brokers;
using TaskGen.Execution;
using TaskGen.Primitives;
using TaskGen.Serialization;

namespace TaskGen.Handles;

/// <summary>Converts task records, which the broker stores, to public types.</summary>
internal static class RecordMapper
{
    public static TaskSnapshot ToSnapshot(TaskId id, TaskRecord record) => new(
        id,
        record.Name,
        record.State,
        record.Attempt,
        record.MaxAttempts,
        HasProgress(record) ? ProgressCodec.Read(record.Progress.Span) : null,
        record.EnqueuedAt,
        record.DueAt,
        record.StartedAt,
        record.FinishedAt,
        ToFailure(id, record),
        record.WorkerId)
    {
        Canvas = !record.Progress.IsEmpty && CanvasCounts.Read(record.Progress.Span) is { } counts
            ? new CanvasProgress(counts.Members, counts.Ended, counts.Failed)
            : null,
    };

    /// <summary>Whether the running or last attempt has sent a progress report. The report of an earlier attempt does not count.</summary>
    public static bool HasProgress(TaskRecord record) =>
        !record.Progress.IsEmpty && !ProgressCodec.IsBefore(record.Progress.Span, record.Attempt);

    /// <summary>The failure of the task or of its latest attempt; null if no attempt has failed.</summary>
    public static TaskFailure? ToFailure(TaskId id, TaskRecord record)
    {
        if (record.State == TaskState.Succeeded || (record.Failure.IsEmpty && !record.State.IsEnd()))
        {
            return null;
        }

        // The record of a canvas stores the complete failure of one of its tasks, including the id and name of that task.
        if (!record.Failure.IsEmpty && FailureCodec.ReadWhole(record.Failure) is { } whole)
        {
            return whole;
        }

        if (record.State is TaskState.Canceled or TaskState.Expired || record.Failure.IsEmpty)
        {
            return new TaskFailure(id, record.Name, record.State.ToString(), Describe(record), null, record.Attempt, record.State);
        }

        var (type, message, stack) = FailureCodec.Read(record.Failure);
        return new TaskFailure(id, record.Name, type, message, stack, record.Attempt, record.State)
        {
            InnerExceptions = FailureCodec.ReadInner(record.Failure),
        };
    }

    /// <summary>
    /// Creates the exception for a task without a record: either the task is declared with IgnoreResult, or no task with this id is known.
    /// </summary>
    public static Exception NotKnown(TaskId id) => TaskIds.KeepsNoRecord(id.Value)
        ? new InvalidOperationException($"Task {id} stores no state and no result, because it is declared with IgnoreResult = true.")
        : new TaskNotFoundException(id);

    private static string Describe(TaskRecord record) => record.State switch
    {
        TaskState.Canceled => record.Reason is { Length: > 0 } reason ? reason : "The task was canceled.",
        TaskState.Expired => "The expiration time passed before the next attempt started.",
        _ when record.Reason == DeadLetterReasons.Poison =>
            "The task is a poison task: workers that held it crashed the maximum number of times (WorkerOptions.MaxCrashes).",
        _ => record.Reason ?? "",
    };
}
