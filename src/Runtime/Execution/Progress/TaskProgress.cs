namespace TaskGen;

/// <summary>Represents the progress that a task has reported.</summary>
/// <param name="Current">The amount of completed work, in a unit that the task defines.</param>
/// <param name="Total">The total amount of work; <see langword="null"/> if it is unknown.</param>
/// <param name="Status">A description of the current work; <see langword="null"/> if there is none.</param>
public record TaskProgress(long Current, long? Total, string? Status)
{
    /// <summary>
    /// Gets <see cref="Current"/> as a percentage of <see cref="Total"/>, from 0 to 100; <see langword="null"/> if the total is unknown or
    /// not positive.
    /// </summary>
    public double? Percent => Total is > 0 and var total ? Math.Clamp(100.0 * Current / total, 0, 100) : null;
}
