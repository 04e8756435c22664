using TaskGen.Serialization;

namespace TaskGen.Brokers;

/// <summary>What a batch must be like. Everything is looked at before anything is changed.</summary>
internal static class BatchRules
{
    public const int MaxTasks = 1000;

    public static void Check(EnqueueBatch batch)
    {
        if (batch.Tasks.Count is < 1 or > MaxTasks)
        {
            throw new ArgumentException($"A batch has 1 to {MaxTasks} tasks, not {batch.Tasks.Count}.", nameof(batch));
        }

        foreach (var task in batch.Tasks)
        {
            var error = ErrorIn(task);
            if (error is not null)
            {
                throw new ArgumentException($"The task {task.Id:N} {error}", nameof(batch));
            }
        }
    }

    private static string? ErrorIn(NewTask task)
    {
        if (task.Id == Guid.Empty)
        {
            return "has no id.";
        }

        if (!EnvelopeHeader.TryRead(task.Envelope.Span, out var header))
        {
            return $"has an envelope of {task.Envelope.Length} bytes, which is no header.";
        }

        return task switch
        {
            _ when header.Id != task.Id => "has an envelope with another id.",
            _ when header.Flags.HasFlag(EnvelopeFlags.HasRecord) != task.HasRecord => "has an envelope that says otherwise of its record.",
            { Follow: not null, HasRecord: false } => "has an end that is to be told but no record to keep that in.",
            { IdempotencyKey: not null, HasRecord: false } => "has an idempotency key but no record to remember it by.",
            { Delay: not null, NotBefore: not null } => "has both a delay and a time before which it must not start.",
            { ExpiresAfter: not null, ExpiresAt: not null } => "expires both after a time and at a time.",
            _ => null,
        };
    }
}
