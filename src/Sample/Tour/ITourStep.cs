namespace TaskGen.Sample;

/// <summary>
/// Represents one step of the tour, which shows one pattern. The code that is displayed with the step is marked with snippet comments that
/// contain the name of the step's class.
/// </summary>
internal interface ITourStep
{
    /// <summary>Gets the title of the step.</summary>
    string Title { get; }

    /// <summary>Gets the description of the step, in one line.</summary>
    string Shows { get; }

    /// <summary>Runs the pattern, shows its results, and checks them.</summary>
    /// <param name="dataset">The data set that the tour has imported.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>A task that completes when all results have been shown.</returns>
    /// <exception cref="TourCheckException">A check did not pass.</exception>
    Task RunAsync(Dataset dataset, CancellationToken cancellationToken);
}
