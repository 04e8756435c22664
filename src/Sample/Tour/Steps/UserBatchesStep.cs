namespace TaskGen.Sample;

/// <summary>A task that splits its work into batches, waits for them and adds up.</summary>
/// <param name="users">The tasks.</param>
/// <param name="store">The database.</param>
/// <param name="output">Where to say it.</param>
internal sealed class UserBatchesStep(UserTasksClient users, IUserStore store, TourOutput output) : ITourStep
{
    private const int Users = 1_000;
    private const int BatchSize = 50;

    public string Title => "8. batch_process_users: a task that waits for its batches";

    public async Task RunAsync(Dataset dataset, CancellationToken cancellationToken)
    {
        int[] ids = [.. Enumerable.Range(1, Users)];
        var refused = ids.Count(UserSeeding.IsUnconfirmed);
        var handle = await users.BatchProcessUsers.DelayAsync(ids, UserOperation.Activate, BatchSize, cancellationToken: cancellationToken);
        await output.FollowAsync(handle, cancellationToken);
        var report = await handle.GetAsync(TourOutput.Patience, cancellationToken);
        var outcome = FormattableString.Invariant(
            $"{report.Processed} processed, {report.Failed} refused by a constraint of the database");
        output.Say($"{report.Operation}: {report.TotalUsers} users in batches of {BatchSize}: {outcome}");
        TourOutput.Promise(report.Failed == refused && report.Processed == Users - refused, "the totals should be exact");
        TourOutput.Promise(
            await store.FindOperationAsync(handle.Id, cancellationToken) == report,
            "the result should have been stored under the id of its task");
    }
}
