namespace TaskGen.Sample;

/// <summary>Represents a finished tour.</summary>
/// <param name="Steps">The steps, in the order in which they ran.</param>
/// <param name="Patterns">The number of patterns among the steps.</param>
/// <param name="Elapsed">The duration of the tour.</param>
internal sealed record TourResult(IReadOnlyList<StepResult> Steps, int Patterns, TimeSpan Elapsed)
{
    /// <summary>Gets the last line of the tour, with the totals.</summary>
    public string Total => FormattableString.Invariant(
        $"{Patterns} patterns, {Steps.Sum(static step => step.Checks)} checks, {Elapsed.TotalSeconds:0.0} s");
}
