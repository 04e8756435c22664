using System.Diagnostics;
using Spectre.Console;

namespace TaskGen.Sample;

/// <summary>Shows the tasks at work, one thing after the other. What it says it also checks: a promise that is not kept ends the tour.</summary>
/// <param name="servers">Where tasks are kept.</param>
/// <param name="store">The database.</param>
/// <param name="datasets">The generated client of <see cref="DatasetTasks"/>.</param>
/// <param name="progress">Shows how far a task has come.</param>
/// <param name="console">Where to write.</param>
internal sealed class Tour(Servers servers, IDatasetStore store, DatasetTasksClient datasets, ProgressView progress, IAnsiConsole console)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(20);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var dataset = await SeedAsync(cancellationToken);
        var first = await ProcessAsync(dataset, cancellationToken);
        await RetryAsync(dataset, cancellationToken);
        var report = await JoinAsync(dataset, first, cancellationToken);

        Head("The result, typed");
        ReportView.Show(console, report);
    }

    private async Task<Dataset> SeedAsync(CancellationToken cancellationToken)
    {
        Head("A data set in a database");
        var watch = Stopwatch.StartNew();
        var (dataset, isNew) = await FlightImport.RunAsync(store, cancellationToken);
        Say($"{dataset.RowCount:N0} flights ({dataset.Source})");
        Say($"{(isNew ? "imported" : "were there")} as data set {dataset.Id} in {store.Place}, after {watch.ElapsedMilliseconds} ms");
        Say($"tasks are kept in {servers.Broker}");
        return dataset;
    }

    private async Task<TaskId> ProcessAsync(Dataset dataset, CancellationToken cancellationToken)
    {
        Head("datasets.process_large: dispatched by id, followed live");
        var watch = Stopwatch.StartNew();
        var handle = await datasets.ProcessLargeDataset.DelayAsync(dataset.Id, new ProcessingOptions(), cancellationToken);
        Say($"task {handle.Id}");
        await progress.FollowAsync(handle, cancellationToken);
        var report = await handle.GetAsync(Patience, cancellationToken);
        Say($"{report.Processed:N0} rows, {report.Invalid} of them invalid, in {watch.ElapsedMilliseconds} ms");
        return handle.Id;
    }

    private async Task RetryAsync(Dataset dataset, CancellationToken cancellationToken)
    {
        Head("datasets.verify_archive: fails, waits, succeeds");
        TaskHandle<ArchiveCheck> handle;
        TaskSnapshot retrying;
        await using (await store.HoldWriteLockAsync(cancellationToken))
        {
            Say($"this process holds a write lock in the database");
            handle = await datasets.VerifyArchive.DelayAsync(dataset.Id, cancellationToken);
            retrying = await WatchAsync(handle, s => s.State == TaskState.Retrying, cancellationToken);
        }

        if (retrying is { State: TaskState.Retrying, Failure: { } failure })
        {
            Say($"last error: {failure.ExceptionType}: {failure.Message.Split('\n')[0]}");
            Say($"the lock is given up");
        }

        var ended = await WatchAsync(handle, s => s.HasEnded, cancellationToken);
        var check = await handle.GetAsync(Patience, cancellationToken);
        Say($"{check.Rows:N0} rows agree with the file, SHA-256 {check.Sha256[..16]}...");
        Promise(ended.Attempt > 1, "the first attempt should have met the lock");
    }

    private async Task<DatasetReport> JoinAsync(Dataset dataset, TaskId first, CancellationToken cancellationToken)
    {
        Head("datasets.process_large again, with equal arguments");
        var watch = Stopwatch.StartNew();
        var handle = await datasets.ProcessLargeDataset.DelayAsync(dataset.Id, new ProcessingOptions(), cancellationToken);
        var report = await handle.GetAsync(Patience, cancellationToken);
        var took = watch.Elapsed;
        var stored = await store.FindReportAsync(first, cancellationToken);
        Say($"WasDeduplicated: {handle.WasDeduplicated}, the same id: {handle.Id == first}");
        Say($"the result was there after {took.TotalMilliseconds:N1} ms; the database has the report of {stored?.Processed:N0} rows under that id");
        Promise(handle.WasDeduplicated && handle.Id == first, "an equal dispatch should have joined the first");
        Promise(stored?.Processed == report.Processed, "the result should have been stored under the id of its task");
        return report;
    }

    private async Task<TaskSnapshot> WatchAsync(TaskHandle handle, Func<TaskSnapshot, bool> until, CancellationToken cancellationToken)
    {
        TaskSnapshot? shown = null;
        while (true)
        {
            var snapshot = await handle.GetSnapshotAsync(cancellationToken);
            if (snapshot.State != shown?.State || snapshot.Attempt != shown.Attempt)
            {
                Say($"{snapshot.State}, attempt {snapshot.Attempt} of {snapshot.MaxAttempts}");
                shown = snapshot;
            }

            if (until(snapshot) || snapshot.HasEnded)
            {
                return snapshot;
            }

            await Task.Delay(LookEvery, cancellationToken);
        }
    }

    private static void Promise(bool kept, string promise)
    {
        if (!kept)
        {
            throw new InvalidOperationException($"A promise was not kept: {promise}.");
        }
    }

    private void Head(string text)
    {
        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]{text}[/]");
    }

    private void Say(FormattableString text) => console.WriteLine("  " + FormattableString.Invariant(text));
}
