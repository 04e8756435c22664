using TaskGen.Serialization;

namespace TaskGen.Brokers;

/// <summary>Validates a batch of tasks before the broker changes anything.</summary>
internal static class BatchRules
{
    /// <summary>The maximum number of tasks in a batch.</summary>
    public const int MaxTasks = 1000;

    /// <summary>Validates all tasks of a batch.</summary>
    /// <exception cref="ArgumentException">
    /// The number of tasks is out of range, or a task is not valid. The message names the first invalid task.
    /// </exception>
    public static void Check(EnqueueBatch batch)
    {
        if (batch.Tasks.Count is < 1 or > MaxTasks)
        {
            throw new ArgumentException(
                $"A batch must contain 1 to {MaxTasks} tasks, but this one contains {batch.Tasks.Count}.", nameof(batch));
        }

        foreach (var task in batch.Tasks)
        {
            var error = ErrorIn(task);
            if (error is not null)
            {
                throw new ArgumentException($"Task {task.Id:N} {error}", nameof(batch));
            }
        }
    }

    private static string? ErrorIn(NewTask task)
    {
        if (task.Id == Guid.Empty)
        {
            return "has an empty id. Assign an id that is not the empty UUID.";
        }

        if (!EnvelopeHeader.TryRead(task.Envelope.Span, out var header))
        {
            return $"has an envelope of {task.Envelope.Length} bytes that does not begin with a valid header.";
        }

        return task switch
        {
            _ when header.Id != task.Id => "has an envelope whose header contains a different id.",
            _ when header.Flags.HasFlag(EnvelopeFlags.HasRecord) != task.HasRecord =>
                "has a HasRecord value that differs from the HasRecord flag in its envelope.",
            { Follow: not null, HasRecord: false } =>
                "sets Follow, but HasRecord is false. A task whose end is reported to a canvas requires a record.",
            { IdempotencyKey: not null, HasRecord: false } =>
                "has an idempotency key, but HasRecord is false. An idempotency key requires a record.",
            { Delay: not null, NotBefore: not null } => "sets both Delay and NotBefore. Set only one of them.",
            { ExpiresAfter: not null, ExpiresAt: not null } => "sets both ExpiresAfter and ExpiresAt. Set only one of them.",
            _ => null,
        };
    }
}
