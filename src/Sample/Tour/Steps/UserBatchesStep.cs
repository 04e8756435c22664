namespace TaskGen.Sample;

/// <summary>Shows a task that splits its work into batches, waits for them, and adds up their results.</summary>
/// <param name="users">The client of the tasks.</param>
/// <param name="store">The database.</param>
/// <param name="output">The output of the step.</param>
internal sealed class UserBatchesStep(UserTasksClient users, IUserStore store, TourOutput output) : ITourStep
{
    private const int Users = 1_000;
    private const int BatchSize = 50;

    public string Title => "8. Batches";

    public string Shows => "A task that waits for its 20 child tasks";

    public async Task RunAsync(Dataset dataset, CancellationToken cancellationToken)
    {
        int[] ids = [.. Enumerable.Range(1, Users)];
        var refused = ids.Count(UserSeeding.IsUnconfirmed);
        // <snippet UserBatchesStep>
        var handle = await users.BatchProcessUsers.DelayAsync(
            ids, UserOperation.Activate, BatchSize,
            cancellationToken: cancellationToken);
        // </snippet>
        using (output.FollowMembers("The 20 child tasks:", "users.process_batch", Users / BatchSize))
        {
            await output.FollowAsync(handle, cancellationToken);
        }

        var report = await handle.GetAsync(cancellationToken);
        output.Say($"{report.Operation}: {report.TotalUsers:N0} users in batches of {BatchSize}");
        output.Say($"{report.Processed} processed, {report.Failed} rejected by a database constraint");
        output.Check(report.Failed == refused && report.Processed == Users - refused, "Every user was counted exactly once");
        output.Check(
            await store.FindOperationAsync(handle.Id, cancellationToken) == report, "The database has the result under the id of the task");
    }
}
