namespace TaskGen.Brokers;

/// <summary>Represents the result of enqueuing one task of a batch.</summary>
/// <param name="Id">The id of the task that was enqueued, or of the existing task that the dispatch joined.</param>
/// <param name="Joined">
/// <see langword="true"/> if the dispatch joined another existing task; otherwise, <see langword="false"/>. It is also false if a task with
/// the sent id already existed, because that is the same task.
/// </param>
internal readonly record struct EnqueueOutcome(Guid Id, bool Joined);
