using Spectre.Console;

namespace TaskGen.Sample;

/// <summary>Dispatches one task to workers in other processes.</summary>
/// <param name="database">The database that they share.</param>
/// <param name="datasets">The data sets in it.</param>
/// <param name="users">The users in it.</param>
/// <param name="tasks">The client.</param>
/// <param name="progress">Shows how far a task has come.</param>
/// <param name="console">Where to write.</param>
internal sealed class Dispatch(
    SampleDatabase database, IDatasetStore datasets, IUserStore users, ITaskClient tasks, ProgressView progress, IAnsiConsole console)
{
    /// <summary>Imports the data set where it is missing, and dispatches its processing.</summary>
    /// <param name="key">The key under which equal dispatches are one; null: the arguments are.</param>
    /// <param name="wait">Whether to follow the task to its end.</param>
    /// <param name="cancellationToken">Ends the waiting, not the task.</param>
    /// <returns>A task that completes when all of it is done.</returns>
    public async Task RunAsync(string? key, bool wait, CancellationToken cancellationToken)
    {
        var (dataset, isNew) = await FlightImport.RunAsync(database, datasets, cancellationToken);
        Say($"Data set {dataset.Id}: {dataset.RowCount:N0} flights {(isNew ? "imported into" : "are in")} {database.Place}");

        var handle = await tasks.DatasetTasks.ProcessLargeDataset
            .With(new() { IdempotencyKey = key })
            .DelayAsync(dataset.Id, new ProcessingOptions(), cancellationToken);
        Say($"Task {handle.Id}{Joined(handle)}");
        if (wait)
        {
            await progress.FollowAsync(handle, cancellationToken);
            var report = await handle.GetAsync(cancellationToken);
            await SayWhereAsync(handle, cancellationToken);
            ReportView.Show(console, report);
        }
    }

    /// <summary>Makes the users where they are missing, and dispatches an operation on them.</summary>
    /// <param name="dispatch">What to dispatch.</param>
    /// <param name="cancellationToken">Ends the waiting, not the task.</param>
    /// <returns>A task that completes when all of it is done.</returns>
    public async Task RunAsync(UserDispatch dispatch, CancellationToken cancellationToken)
    {
        await database.CreateAsync(cancellationToken);
        var isNew = await users.SeedAsync(cancellationToken);
        Say($"{UserSeeding.Count:N0} users {(isNew ? "made in" : "were made before in")} {database.Place}");

        var handle = await tasks.UserTasks.BatchProcessUsers
            .With(new() { IdempotencyKey = dispatch.Key })
            .DelayAsync(
                [.. Enumerable.Range(1, dispatch.Users)],
                dispatch.Operation,
                dispatch.BatchSize,
                dispatch.AtOnce,
                dispatch.TimeoutSeconds,
                cancellationToken);
        Say($"Task {handle.Id}{Joined(handle)}");
        if (dispatch.Wait)
        {
            await progress.FollowAsync(handle, cancellationToken);
            var report = await handle.GetAsync(cancellationToken);
            await SayWhereAsync(handle, cancellationToken);
            Say($"{report.Operation}: {report.TotalUsers} users, {report.Processed} processed, {report.Failed} failed");
        }
    }

    private async Task SayWhereAsync(TaskHandle handle, CancellationToken cancellationToken)
    {
        var snapshot = await handle.GetSnapshotAsync(cancellationToken);
        Say($"{snapshot.State} on attempt {snapshot.Attempt} in worker {snapshot.WorkerId}");
    }

    private static string Joined(TaskHandle handle) => handle.WasDeduplicated ? " (an equal dispatch came first; joined)" : "";

    private void Say(FormattableString text) => console.WriteLine(FormattableString.Invariant(text));
}
