namespace TaskGen.Sample;

/// <summary>
/// Shows that only a limited number of tasks use a resource at the same time, and that tasks that wait for the resource do not block other
/// tasks.
/// </summary>
/// <param name="resources">The client of the tasks.</param>
/// <param name="queues">The client of other tasks on the same queue.</param>
/// <param name="time">The clock.</param>
/// <param name="output">The output of the step.</param>
internal sealed class LimitedResourceStep(ResourceTasksClient resources, QueueTasksClient queues, TimeProvider time, TourOutput output)
    : ITourStep
{
    private const int Endless = int.MaxValue;
    private const int Waiters = 2 * SampleHost.TourIoConcurrency;
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(20);

    public string Title => "14. Limited resources";

    public string Shows => "At most two tasks at a time read the archive";

    public async Task RunAsync(Dataset dataset, CancellationToken cancellationToken)
    {
        var holders = await resources.ResourceManagedTask.DelayManyAsync(
            Enumerable.Repeat(Endless, ResourceTasks.MaxReaders), static times => new(times), cancellationToken);
        var holderBars = output.FollowAllAsync("Endless tasks:", [.. holders], cancellationToken);
        await WaitForAsync(holders, "Reading", cancellationToken);
        var waiters = await resources.ResourceManagedTask.DelayManyAsync(
            Enumerable.Repeat(1, Waiters), static times => new(times), cancellationToken);
        var waiterBars = output.FollowAllAsync("Tasks after them:", [.. waiters], cancellationToken);
        await WaitForAsync(waiters, "Waiting", cancellationToken);
        var rows = await (await queues.IoHeavyTask.DelayAsync(cancellationToken)).GetAsync(cancellationToken);
        output.Say($"{holders.Count} tasks held the archive and {waiters.Count} waited, on {SampleHost.TourIoConcurrency} slots");
        output.Say($"Meanwhile another task of the queue read {rows:N0} rows");
        output.Check(rows == dataset.RowCount, "Tasks that wait for a resource hold no concurrency slot");
        await WaitForAsync(waiters, "Waiting", cancellationToken);

        var canceled = 0;
        foreach (var holder in holders)
        {
            await holder.CancelAsync("Other tasks wait for the archive.", cancellationToken);
            canceled += (await output.FailureOfAsync(holder, cancellationToken)).State == TaskState.Canceled ? 1 : 0;
        }

        output.Check(canceled == holders.Count, "A task that holds a resource ended when it was canceled");
        var readings = await Task.WhenAll(waiters.Select(waiter => waiter.GetAsync(cancellationToken)));
        var most = readings.Max(one => readings.Count(other => other.EnteredAt <= one.EnteredAt && one.EnteredAt < other.LeftAt));
        await Task.WhenAll(holderBars, waiterBars);
        output.Check(
            most <= ResourceTasks.MaxReaders && readings.All(reading => reading.Rows == dataset.RowCount),
            $"The {readings.Length} other tasks read the archive, at most {most} at a time");
    }

    private async Task WaitForAsync(IEnumerable<TaskHandle> handles, string status, CancellationToken cancellationToken)
    {
        foreach (var handle in handles)
        {
            var found = await handle.GetSnapshotAsync(cancellationToken);
            while (!found.HasEnded && found.Progress?.Status != status)
            {
                await Task.Delay(PollInterval, time, cancellationToken);
                found = await handle.GetSnapshotAsync(cancellationToken);
            }

            if (found.HasEnded)
            {
                output.Check(false, $"Task {handle.Id} reports {status} before it ends as {found.State}");
            }
        }
    }
}
