namespace TaskGen;

/// <summary>Represents the progress that a task has reported, with a typed detail value.</summary>
/// <typeparam name="TDetail">The type of the detail value that the task reports with <see cref="ITaskProgress{TDetail}"/>.</typeparam>
/// <param name="Current">The amount of completed work, in a unit that the task defines.</param>
/// <param name="Total">The total amount of work; <see langword="null"/> if it is unknown.</param>
/// <param name="Status">A description of the current work; <see langword="null"/> if there is none.</param>
/// <param name="Detail">The detail value of the report; the default value of the type if the report has none.</param>
public sealed record TaskProgress<TDetail>(long Current, long? Total, string? Status, TDetail? Detail)
    : TaskProgress(Current, Total, Status);
