namespace TaskGen.Sample;

/// <summary>
/// Work that keeps processors busy has a queue and threads of its own; what waits for files and servers does not wait for it.
/// </summary>
/// <param name="queues">The tasks.</param>
/// <param name="output">Where to say it.</param>
internal sealed class QueuesStep(QueueTasksClient queues, TourOutput output) : ITourStep
{
    private const int Endless = int.MaxValue;
    private const int BusyTasks = 4;

    public string Title => "11. cpu_intensive and io_intensive";

    public async Task RunAsync(Dataset dataset, CancellationToken cancellationToken)
    {
        var busy = await queues.CpuHeavyTask.DelayManyAsync(
            Enumerable.Repeat(Endless, BusyTasks), static below => new(below), cancellationToken);
        await output.WatchAsync(busy[0], static snapshot => snapshot.State == TaskState.Running, cancellationToken);
        var reading = await queues.IoHeavyTask.DelayAsync(cancellationToken);
        var rows = await reading.GetAsync(TourOutput.Patience, cancellationToken);
        output.Say($"cpu_intensive has more tasks than slots and none that ends; io_intensive read {rows:N0} rows meanwhile");
        TourOutput.Promise(rows == dataset.RowCount, "the I/O queue should have gone on");

        foreach (var task in busy)
        {
            await task.CancelAsync("The tour has seen enough.", cancellationToken);
            var failure = await TourOutput.FailureOfAsync(task, cancellationToken);
            TourOutput.Promise(failure.State == TaskState.Canceled, "a running task should end when it is canceled");
        }

        var work = await (await queues.CpuHeavyTask.DelayAsync(10_000, cancellationToken)).GetAsync(TourOutput.Patience, cancellationToken);
        output.Say($"they were canceled; the next one ran on {(work.OnPoolThread ? "a thread of the pool" : "a thread of its own")}");
        TourOutput.Promise(!work.OnPoolThread, "CPU work should have threads of its own");
    }
}
