namespace TaskGen.Sample;

/// <summary>Represents one pattern of the tour. Its code stands between snippet comments with the name of its class.</summary>
internal interface ITourStep
{
    /// <summary>The title of the step.</summary>
    string Title { get; }

    /// <summary>The description of the step, in one line.</summary>
    string Shows { get; }

    /// <summary>Runs the pattern, shows its results and checks them.</summary>
    /// <param name="dataset">The data set that the tour has imported.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>A task that completes when all results have been shown.</returns>
    /// <exception cref="TourCheckException">A check did not pass.</exception>
    Task RunAsync(Dataset dataset, CancellationToken cancellationToken);
}
