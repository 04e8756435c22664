using System.Diagnostics;

namespace TaskGen.Sample;

/// <summary>
/// Shows the patterns at work, one after the other. What it says it also checks: a promise that is not kept ends the tour.
/// </summary>
/// <param name="servers">Where tasks are kept.</param>
/// <param name="database">Where data is kept.</param>
/// <param name="datasets">The data sets in it.</param>
/// <param name="users">The users in it.</param>
/// <param name="steps">The patterns.</param>
/// <param name="examples">The three dispatches that the document ends with.</param>
/// <param name="output">Where to say it.</param>
internal sealed class Tour(
    Servers servers,
    SampleDatabase database,
    IDatasetStore datasets,
    IUserStore users,
    IEnumerable<ITourStep> steps,
    Examples examples,
    TourOutput output)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var dataset = await SeedAsync(cancellationToken);
        var shown = 0;
        foreach (var step in steps)
        {
            output.Head(step.Title);
            await step.RunAsync(dataset, cancellationToken);
            shown++;
        }

        output.Head("example_task_patterns: three dispatches, three results");
        await examples.RunAsync(dataset.Id, cancellationToken);
        output.Head($"{shown} patterns held, in {watch.Elapsed.TotalSeconds:0.0} s");
    }

    private async Task<Dataset> SeedAsync(CancellationToken cancellationToken)
    {
        output.Head("A data set and users in a database");
        var watch = Stopwatch.StartNew();
        var (dataset, isNew) = await FlightImport.RunAsync(database, datasets, cancellationToken);
        var areNew = await users.SeedAsync(cancellationToken);
        output.Say($"{dataset.RowCount:N0} flights ({dataset.Source})");
        var flights = FormattableString.Invariant(
            $"{(isNew ? "imported" : "were there")} as data set {dataset.Id} in {database.Place}");
        var people = FormattableString.Invariant($"{UserSeeding.Count:N0} users {(areNew ? "made" : "were there")}");
        output.Say($"{flights}, and {people}, after {watch.ElapsedMilliseconds} ms");
        output.Say($"tasks are kept in {servers.Broker}");
        return dataset;
    }
}
