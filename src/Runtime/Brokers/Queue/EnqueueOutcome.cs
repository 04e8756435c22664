namespace TaskGen.Brokers;

/// <summary>Represents the result of enqueuing one task of a batch.</summary>
/// <param name="Id">The id of the task that was enqueued, or of the existing task that the dispatch joined.</param>
/// <param name="Joined">
/// <see langword="true"/> if the dispatch joined an existing task with a different id; otherwise, <see langword="false"/>. If a task with
/// the same id already exists, the value is <see langword="false"/>, because the dispatch is a repeat of the one that created this task.
/// </param>
internal readonly record struct EnqueueOutcome(Guid Id, bool Joined);
