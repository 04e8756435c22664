namespace TaskGen.Sample;

/// <summary>Represents one batch of an operation on users.</summary>
/// <param name="TaskId">The id of the task that processes the batch.</param>
/// <param name="ParentId">The id of the task that dispatched it; <see langword="null"/> if a program did.</param>
/// <param name="Operation">The operation.</param>
public sealed record UserBatch(TaskId TaskId, TaskId? ParentId, UserOperation Operation);
