using TaskGen.Brokers;
using TaskGen.Execution;
using TaskGen.Primitives;
using TaskGen.Serialization;

namespace TaskGen.Handles;

/// <summary>From what a broker keeps to what users read.</summary>
internal static class RecordMapper
{
    public static TaskSnapshot ToSnapshot(TaskId id, TaskRecord record) => new(
        id,
        record.Name,
        record.State,
        record.Attempt,
        record.MaxAttempts,
        record.Progress.IsEmpty ? null : ProgressCodec.Read(record.Progress.Span),
        record.EnqueuedAt,
        record.DueAt,
        record.StartedAt,
        record.FinishedAt,
        ToFailure(id, record),
        record.WorkerId);

    /// <summary>Why it failed, or why its latest attempt did; null where nothing failed.</summary>
    public static TaskFailure? ToFailure(TaskId id, TaskRecord record)
    {
        if (record.State == TaskState.Succeeded || (record.Failure.IsEmpty && !record.State.IsEnd()))
        {
            return null;
        }

        // That of a canvas is the failure of one of its tasks, and says which.
        if (!record.Failure.IsEmpty && FailureCodec.ReadWhole(record.Failure) is { } whole)
        {
            return whole;
        }

        var (type, message, stack) = record.State is TaskState.Canceled or TaskState.Expired || record.Failure.IsEmpty
            ? (record.State.ToString(), Describe(record), null)
            : FailureCodec.Read(record.Failure);
        return new TaskFailure(id, record.Name, type, message, stack, record.Attempt, record.State);
    }

    /// <summary>Why nothing can be read: the task kept nothing, or there is no such task.</summary>
    public static Exception NotKnown(TaskId id) => TaskIds.KeepsNoRecord(id.Value)
        ? new InvalidOperationException($"Task {id} keeps no state and no result: it is declared with IgnoreResult = true.")
        : new TaskNotFoundException(id);

    private static string Describe(TaskRecord record) => record.State switch
    {
        TaskState.Canceled => record.Reason is { Length: > 0 } reason ? reason : "The task was canceled.",
        TaskState.Expired => "The task expired while it waited.",
        _ when record.Reason == DeadLetterReasons.Poison => "The workers that ran it crashed: the task is a poison message.",
        _ => record.Reason ?? "",
    };
}
