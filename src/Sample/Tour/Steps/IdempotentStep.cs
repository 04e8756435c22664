using System.Diagnostics;

namespace TaskGen.Sample;

/// <summary>Equal dispatches are one task, while it runs and for a day after.</summary>
/// <param name="datasets">The tasks.</param>
/// <param name="output">Where to say it.</param>
internal sealed class IdempotentStep(DatasetTasksClient datasets, TourOutput output) : ITourStep
{
    private const int Dispatches = 100;

    public string Title => "1. idempotent_task: equal dispatches are one task";

    public async Task RunAsync(Dataset dataset, CancellationToken cancellationToken)
    {
        var handles = await Task.WhenAll(Enumerable.Range(0, Dispatches).Select(
            _ => datasets.ProcessLargeDataset.DelayAsync(dataset.Id, new ProcessingOptions(), cancellationToken)));
        var ids = handles.Select(static handle => handle.Id).Distinct().Count();
        output.Say($"{Dispatches} dispatches at once with equal arguments made {ids} task: {handles[0].Id}");
        TourOutput.Promise(ids == 1, "equal dispatches should have been one task");
        TourOutput.Promise(
            handles.Count(static handle => !handle.WasDeduplicated) == 1,
            "one dispatch should have made the task, and the others joined it");

        await output.FollowAsync(handles[0], cancellationToken);
        var report = await handles[0].GetAsync(TourOutput.Patience, cancellationToken);

        var watch = Stopwatch.StartNew();
        var again = await datasets.ProcessLargeDataset.DelayAsync(dataset.Id, new ProcessingOptions(), cancellationToken);
        var cached = await again.GetAsync(TourOutput.Patience, cancellationToken);
        var milliseconds = watch.Elapsed.TotalMilliseconds;
        output.Say($"one more, after it has ended: the result of {cached.Processed:N0} rows was there after {milliseconds:N1} ms");
        TourOutput.Promise(
            again.WasDeduplicated && again.Id == handles[0].Id && cached.Invalid == report.Invalid,
            "an equal dispatch should have got the cached result");
    }
}
