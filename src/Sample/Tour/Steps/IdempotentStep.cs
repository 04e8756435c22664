using System.Diagnostics;

namespace TaskGen.Sample;

/// <summary>Shows that equal dispatches join one task, and that later dispatches get its stored result for one day.</summary>
/// <param name="datasets">The client of the tasks.</param>
/// <param name="output">The output of the step.</param>
internal sealed class IdempotentStep(DatasetTasksClient datasets, TourOutput output) : ITourStep
{
    private const int Dispatches = 100;

    public string Title => "1. Idempotent tasks";

    public string Shows => "100 equal dispatches run one task";

    public async Task RunAsync(Dataset dataset, CancellationToken cancellationToken)
    {
        // <snippet IdempotentStep>
        var options = new ProcessingOptions();
        var handles = await Task.WhenAll(
            Enumerable.Range(0, Dispatches).Select(_ =>
                datasets.ProcessLargeDataset.DelayAsync(
                    dataset.Id, options, cancellationToken)));
        // </snippet>
        var ids = handles.Select(static handle => handle.Id).Distinct().Count();
        output.Say($"{Dispatches} dispatches at the same time created {ids} task: {handles[0].Id}");
        await output.FollowAsync(handles[0], cancellationToken);
        output.Check(ids == 1, "100 equal dispatches created one task");
        output.Check(handles.Count(static handle => !handle.WasDeduplicated) == 1, "99 of them were reported as deduplicated");
        var report = await handles[0].GetAsync(cancellationToken);

        var watch = Stopwatch.StartNew();
        var again = await datasets.ProcessLargeDataset.DelayAsync(dataset.Id, options, cancellationToken);
        var cached = await again.GetAsync(cancellationToken);
        var milliseconds = watch.Elapsed.TotalMilliseconds;
        output.Say($"Another dispatch after the end got the result of {cached.Processed:N0} rows in {milliseconds:N1} ms");
        output.Check(
            again.WasDeduplicated && again.Id == handles[0].Id && cached.Invalid == report.Invalid,
            "A later equal dispatch got the stored result");
    }
}
