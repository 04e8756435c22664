namespace TaskGen.Sample;

/// <summary>One batch of an operation on users.</summary>
/// <param name="TaskId">The task that processes it.</param>
/// <param name="ParentId">The task that dispatched it; null where a program did.</param>
/// <param name="Operation">What is done.</param>
public sealed record UserBatch(TaskId TaskId, TaskId? ParentId, UserOperation Operation);
