namespace TaskGen;

/// <summary>What one dispatch wants otherwise than its <see cref="TaskAttribute"/>. What is null stays as declared.</summary>
public sealed record EnqueueOptions
{
    /// <summary>How long the task waits before it may start. Not together with <see cref="NotBefore"/>.</summary>
    public TimeSpan? Countdown { get; init; }

    /// <summary>When the task may start at the earliest, by the broker's clock. Not together with <see cref="Countdown"/>.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>When the task is no longer worth starting, by the broker's clock.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The queue to use; it becomes the task's home for ever.</summary>
    public string? Queue { get; init; }

    /// <summary>Which of the waiting tasks are taken first.</summary>
    public TaskPriority? Priority { get; init; }

    /// <summary>How often a failed attempt is repeated after the first one; 0 to 10,000.</summary>
    public int? Retry { get; init; }

    /// <summary>
    /// Makes this dispatch join a task of the same name and home queue with the same key, whatever the arguments: 1 to 1,024 characters.
    /// It replaces the key made from the arguments and works for tasks that are not declared idempotent too.
    /// </summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>Text that travels with the task and that it finds in <see cref="TaskContext.Headers"/>; 16 KiB in all.</summary>
    public IDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>
    /// The id the task shall have, made by the caller, so that a dispatch can be repeated safely. Its queue must be the one dispatched to.
    /// </summary>
    public TaskId? Id { get; init; }
}
