using System.Diagnostics;

namespace TaskGen.Sample;

/// <summary>Runs the steps of the tour one after another. If a step fails or a check does not pass, the tour ends.</summary>
/// <param name="servers">The servers that store the tasks.</param>
/// <param name="database">The database.</param>
/// <param name="datasets">The data sets in the database.</param>
/// <param name="users">The users in the database.</param>
/// <param name="steps">The patterns.</param>
/// <param name="examples">The dispatches at the end of the tour.</param>
/// <param name="runner">The object that runs and shows a step.</param>
/// <param name="output">The output of the steps.</param>
/// <param name="screen">The screen that shows the tour.</param>
internal sealed class Tour(
    Servers servers,
    SampleDatabase database,
    IDatasetStore datasets,
    IUserStore users,
    IEnumerable<ITourStep> steps,
    ExamplesStep examples,
    StepRunner runner,
    TourOutput output,
    ITourScreen screen)
{
    /// <summary>Runs the tour.</summary>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>A task that completes when all steps have been shown.</returns>
    /// <exception cref="TourCheckException">A step failed, or one of its checks did not pass.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var results = new List<StepResult>();
        var dataset = await SeedAsync(cancellationToken);
        foreach (var step in steps)
        {
            results.Add(await runner.RunAsync(step, dataset, cancellationToken));
        }

        var patterns = results.Count;
        results.Add(await runner.RunAsync(examples, dataset, cancellationToken));
        screen.Summarize(new TourResult(results, patterns, watch.Elapsed));
    }

    private async Task<Dataset> SeedAsync(CancellationToken cancellationToken)
    {
        Dataset? imported = null;
        await runner.RunAsync(
            "TaskGen tour",
            "Client and worker run in this process. The tasks work on real flights in a database.",
            [],
            async token =>
            {
                var (dataset, isNew) = await FlightImport.RunAsync(database, datasets, token);
                var areNew = await users.SeedAsync(token);
                output.Say($"Data: {dataset.RowCount:N0} flights ({dataset.Source})");
                output.Say($"Database: {database.Place}; the data set has id {dataset.Id}{(isNew ? "" : " and already existed")}");
                output.Say($"Users: {UserSeeding.Count:N0}{(areNew ? "" : ", which already existed")}");
                output.Say($"Tasks are stored in {servers.Broker}");
                imported = dataset;
            },
            cancellationToken);
        return imported!;
    }
}
