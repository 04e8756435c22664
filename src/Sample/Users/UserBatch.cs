namespace TaskGen.Sample;

/// <summary>Represents one batch of an operation on users.</summary>
/// <param name="TaskId">The id of the task that processes the batch.</param>
/// <param name="ParentId">
/// The id of the task that dispatched the batch; <see langword="null"/> if the batch was not dispatched by a task.
/// </param>
/// <param name="Operation">The operation.</param>
public sealed record UserBatch(TaskId TaskId, TaskId? ParentId, UserOperation Operation);
