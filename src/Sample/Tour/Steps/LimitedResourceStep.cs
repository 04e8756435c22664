namespace TaskGen.Sample;

/// <summary>Never more tasks at a resource than it takes, and those that wait are in nobody's way.</summary>
/// <param name="resources">The tasks.</param>
/// <param name="queues">Other tasks on the same queue.</param>
/// <param name="time">What is waited by.</param>
/// <param name="output">Where to say it.</param>
internal sealed class LimitedResourceStep(ResourceTasksClient resources, QueueTasksClient queues, TimeProvider time, TourOutput output)
    : ITourStep
{
    private const int Endless = int.MaxValue;
    private const int Waiters = 2 * SampleHost.TourIoConcurrency;
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(20);

    public string Title => "14. a limited resource: two tasks at once read the archive";

    public async Task RunAsync(Dataset dataset, CancellationToken cancellationToken)
    {
        var holders = await resources.ResourceManagedTask.DelayManyAsync(
            Enumerable.Repeat(Endless, ResourceTasks.MaxReaders), static times => new(times), cancellationToken);
        await WaitForAsync(holders, "Reading", cancellationToken);
        var waiters = await resources.ResourceManagedTask.DelayManyAsync(
            Enumerable.Repeat(1, Waiters), static times => new(times), cancellationToken);
        await WaitForAsync(waiters, "Waiting", cancellationToken);
        var rows = await (await queues.IoHeavyTask.DelayAsync(cancellationToken)).GetAsync(TourOutput.Patience, cancellationToken);
        var busy = FormattableString.Invariant($"{holders.Count} tasks read and do not end, {waiters.Count} wait for them");
        output.Say(
            $"{busy}, on a queue with {SampleHost.TourIoConcurrency} slots; another task had one of these and read {rows:N0} rows");
        TourOutput.Promise(rows == dataset.RowCount, "tasks that wait for a resource should hold no slot");
        await WaitForAsync(waiters, "Waiting", cancellationToken);

        foreach (var holder in holders)
        {
            await holder.CancelAsync("It is the turn of others.", cancellationToken);
            var failure = await TourOutput.FailureOfAsync(holder, cancellationToken);
            TourOutput.Promise(failure.State == TaskState.Canceled, "a task that holds a resource should end when it is canceled");
        }

        var readings = await Task.WhenAll(waiters.Select(waiter => waiter.GetAsync(TourOutput.Patience, cancellationToken)));
        var most = readings.Max(one => readings.Count(other => other.EnteredAt <= one.EnteredAt && one.EnteredAt < other.LeftAt));
        output.Say($"the two were canceled and gave the archive back; the {readings.Length} had their turns, at most {most} at once");
        TourOutput.Promise(
            most <= ResourceTasks.MaxReaders && readings.All(reading => reading.Rows == dataset.RowCount),
            "never more tasks than the limit should have read at once");
    }

    private async Task WaitForAsync(IEnumerable<TaskHandle> handles, string status, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(TourOutput.Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        foreach (var handle in handles)
        {
            var found = await handle.GetSnapshotAsync(both.Token);
            while (!found.HasEnded && found.Progress?.Status != status)
            {
                await Task.Delay(LookEvery, time, both.Token);
                found = await handle.GetSnapshotAsync(both.Token);
            }

            TourOutput.Promise(
                found is { HasEnded: false, Progress.Status: var said } && said == status,
                $"task {handle.Id} should be {status} and is {found.State}, {found.Progress?.Status}");
        }
    }
}
