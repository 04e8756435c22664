namespace TaskGen.Sample;

/// <summary>
/// Shows that CPU-bound tasks have a separate queue with dedicated threads, and that I/O-bound tasks do not wait for them.
/// </summary>
/// <param name="queues">The client of the tasks.</param>
/// <param name="output">The output of the step.</param>
internal sealed class QueuesStep(QueueTasksClient queues, TourOutput output) : ITourStep
{
    private const int Endless = int.MaxValue;
    private const int BusyTasks = 4;

    public string Title => "11. Queues";

    public string Shows => "CPU-bound tasks do not delay I/O-bound ones";

    public async Task RunAsync(Dataset dataset, CancellationToken cancellationToken)
    {
        var busy = await queues.CpuHeavyTask.DelayManyAsync(
            Enumerable.Repeat(Endless, BusyTasks), static below => new(below), cancellationToken);
        var bars = output.FollowAllAsync("Endless tasks on cpu_intensive:", [.. busy], cancellationToken);
        await output.WatchAsync(busy[0], static snapshot => snapshot.State == TaskState.Running, cancellationToken);
        // <snippet QueuesStep>
        var reading = await queues.IoHeavyTask.DelayAsync(cancellationToken);
        var rows = await reading.GetAsync(cancellationToken);
        // </snippet>
        output.Say($"{BusyTasks} endless tasks use all slots of cpu_intensive; meanwhile io_intensive read {rows:N0} rows");
        output.Check(rows == dataset.RowCount, "The I/O-bound task did not wait");

        var canceled = 0;
        foreach (var task in busy)
        {
            await task.CancelAsync("The tour has finished this step.", cancellationToken);
            canceled += (await output.FailureOfAsync(task, cancellationToken)).State == TaskState.Canceled ? 1 : 0;
        }

        await bars;
        output.Check(canceled == BusyTasks, "Running tasks and waiting tasks ended when they were canceled");

        var work = await (await queues.CpuHeavyTask.DelayAsync(10_000, cancellationToken)).GetAsync(cancellationToken);
        output.Say($"The next CPU-bound task ran on a {(work.OnPoolThread ? "thread-pool thread" : "dedicated thread")}");
        output.Check(!work.OnPoolThread, "CPU-bound tasks have dedicated threads");
    }
}
