namespace TaskGen;

/// <summary>How far a task has come, as it said itself.</summary>
/// <param name="Current">How much is done, in units of the task's own choosing.</param>
/// <param name="Total">How much there is, where that is known.</param>
/// <param name="Status">What it is doing, in words.</param>
public record TaskProgress(long Current, long? Total, string? Status)
{
    /// <summary><see cref="Current"/> as a share of <see cref="Total"/>, 0 to 100; null where there is no total.</summary>
    public double? Percent => Total is > 0 and var total ? Math.Clamp(100.0 * Current / total, 0, 100) : null;
}
