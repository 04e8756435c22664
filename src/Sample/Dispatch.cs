using Spectre.Console;

namespace TaskGen.Sample;

/// <summary>Dispatches one task to workers in other processes.</summary>
/// <param name="database">The database that the processes share.</param>
/// <param name="datasets">The store of data sets.</param>
/// <param name="users">The store of users.</param>
/// <param name="tasks">The client.</param>
/// <param name="progress">The view that shows the progress of a task.</param>
/// <param name="console">The console to write to.</param>
internal sealed class Dispatch(
    SampleDatabase database, IDatasetStore datasets, IUserStore users, ITaskClient tasks, ProgressView progress, IAnsiConsole console)
{
    /// <summary>Imports the data set if it does not exist, and dispatches the task that processes it.</summary>
    /// <param name="key">The idempotency key; <see langword="null"/> to derive the key from the arguments.</param>
    /// <param name="wait"><see langword="true"/> to follow the task until it ends; otherwise, <see langword="false"/>.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests. Canceling it stops the wait, not the task.</param>
    /// <returns>A <see cref="Task"/> that completes when the task has been dispatched and, if requested, has ended.</returns>
    public async Task RunAsync(string? key, bool wait, CancellationToken cancellationToken)
    {
        var (dataset, isNew) = await FlightImport.RunAsync(database, datasets, cancellationToken);
        Say($"Data set {dataset.Id}: {dataset.RowCount:N0} flights {(isNew ? "imported into" : "already exist in")} {database.Place}");

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

    /// <summary>Creates the users if they do not exist, and dispatches an operation on them.</summary>
    /// <param name="dispatch">The operation to dispatch.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests. Canceling it stops the wait, not the task.</param>
    /// <returns>A <see cref="Task"/> that completes when the task has been dispatched and, if requested, has ended.</returns>
    public async Task RunAsync(UserDispatch dispatch, CancellationToken cancellationToken)
    {
        await database.CreateAsync(cancellationToken);
        var isNew = await users.SeedAsync(cancellationToken);
        Say($"{UserSeeding.Count:N0} users {(isNew ? "created in" : "already exist in")} {database.Place}");

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

    private static string Joined(TaskHandle handle) => handle.WasDeduplicated ? " (joined the task of an equal dispatch)" : "";

    private void Say(FormattableString text) => console.WriteLine(FormattableString.Invariant(text));
}
