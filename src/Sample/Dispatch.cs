using Spectre.Console;

namespace TaskGen.Sample;

/// <summary>Dispatches one task to workers in other processes.</summary>
/// <param name="store">The database that they share.</param>
/// <param name="datasets">The generated client of <see cref="DatasetTasks"/>.</param>
/// <param name="progress">Shows how far a task has come.</param>
/// <param name="console">Where to write.</param>
internal sealed class Dispatch(IDatasetStore store, DatasetTasksClient datasets, ProgressView progress, IAnsiConsole console)
{
    /// <summary>Imports the data set where it is missing, and dispatches its processing.</summary>
    /// <param name="key">The key under which equal dispatches are one; null: the arguments are.</param>
    /// <param name="wait">Whether to follow the task to its end.</param>
    /// <param name="cancellationToken">Ends the waiting, not the task.</param>
    /// <returns>A task that completes when all of it is done.</returns>
    public async Task RunAsync(string? key, bool wait, CancellationToken cancellationToken)
    {
        var (dataset, isNew) = await FlightImport.RunAsync(store, cancellationToken);
        Say($"Data set {dataset.Id}: {dataset.RowCount:N0} flights {(isNew ? "imported into" : "are in")} {store.Place}");

        var handle = await datasets.ProcessLargeDataset.With(new() { IdempotencyKey = key }).DelayAsync(dataset.Id, new ProcessingOptions(), cancellationToken);
        Say($"Task {handle.Id}{(handle.WasDeduplicated ? " (an equal dispatch came first; joined)" : "")}");
        if (!wait)
        {
            return;
        }

        await progress.FollowAsync(handle, cancellationToken);
        var report = await handle.GetAsync(cancellationToken);
        var snapshot = await handle.GetSnapshotAsync(cancellationToken);
        Say($"{snapshot.State} on attempt {snapshot.Attempt} in worker {snapshot.WorkerId}");
        ReportView.Show(console, report);
    }

    private void Say(FormattableString text) => console.WriteLine(FormattableString.Invariant(text));
}
