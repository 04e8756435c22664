namespace TaskGen;

/// <summary>How far a task has come, with a detail of its own type.</summary>
/// <typeparam name="TDetail">What the task's <see cref="ITaskProgress{TDetail}"/> reports.</typeparam>
/// <param name="Current">How much is done, in units of the task's own choosing.</param>
/// <param name="Total">How much there is, where that is known.</param>
/// <param name="Status">What it is doing, in words.</param>
/// <param name="Detail">The detail of this report; the default where the report had none.</param>
public sealed record TaskProgress<TDetail>(long Current, long? Total, string? Status, TDetail? Detail)
    : TaskProgress(Current, Total, Status);
