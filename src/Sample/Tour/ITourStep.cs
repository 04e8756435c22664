namespace TaskGen.Sample;

/// <summary>One pattern of the tour.</summary>
internal interface ITourStep
{
    /// <summary>What it is about, in a line.</summary>
    string Title { get; }

    /// <summary>Shows it, and checks what it says.</summary>
    /// <param name="dataset">The data set that the tour has imported.</param>
    /// <param name="cancellationToken">Ends the tour.</param>
    /// <returns>A task that completes when it has been shown.</returns>
    /// <exception cref="InvalidOperationException">A promise was not kept.</exception>
    Task RunAsync(Dataset dataset, CancellationToken cancellationToken);
}
