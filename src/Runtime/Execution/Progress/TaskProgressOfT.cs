namespace TaskGen;

/// <summary>Represents the progress that a task has reported, with a typed detail.</summary>
/// <typeparam name="TDetail">The type of the detail that the task reports with <see cref="ITaskProgress{TDetail}"/>.</typeparam>
/// <param name="Current">The amount of work that is done, in units that the task chooses.</param>
/// <param name="Total">The total amount of work; <see langword="null"/> if it is unknown.</param>
/// <param name="Status">A text that describes the current work; <see langword="null"/> if there is none.</param>
/// <param name="Detail">The detail of the report; the default value if the report has none.</param>
public sealed record TaskProgress<TDetail>(long Current, long? Total, string? Status, TDetail? Detail)
    : TaskProgress(Current, Total, Status);
