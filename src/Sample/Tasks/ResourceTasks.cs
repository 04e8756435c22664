namespace TaskGen.Sample;

/// <summary>A task that needs something of which there is little.</summary>
/// <param name="time">What it tells the time by.</param>
public sealed class ResourceTasks(TimeProvider time)
{
    /// <summary>How many tasks may read the archive at once, in all workers together.</summary>
    public const int MaxReaders = 2;

    /// <summary>
    /// Reads the archive from end to end, as one of at most <see cref="MaxReaders"/> tasks. While it waits for its turn it holds no
    /// concurrency slot.
    /// </summary>
    /// <param name="times">How often it reads.</param>
    /// <param name="context">Knows the resource.</param>
    /// <param name="progress">Told before it waits and when it has its turn.</param>
    /// <param name="cancellationToken">Ends it, waiting or reading.</param>
    /// <returns>What it read, and when it was its turn.</returns>
    [Task(Name = "resources.read_archive", Queue = "io_intensive", ProgressIntervalSeconds = 0)]
    public async Task<ArchiveReading> ResourceManagedTask(
        int times, TaskContext context, ITaskProgress progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        progress.Report(0, times, "Waiting");
        // <snippet LimitedResourceStep>
        await using var turn = await context.AcquireAsync(
            "archive", limit: MaxReaders, cancellationToken);
        var enteredAt = time.GetUtcNow();
        progress.Report(0, times, "Reading");
        var rows = 0L;
        for (var reading = 0; reading < times; reading++)
        {
            rows += await FlightArchive.ReadAsync(cancellationToken)
                .CountAsync(cancellationToken);
        }
        // </snippet>

        return new ArchiveReading(rows, enteredAt, time.GetUtcNow());
    }
}
