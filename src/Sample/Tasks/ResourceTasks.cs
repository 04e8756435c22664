namespace TaskGen.Sample;

/// <summary>Contains a task that uses a limited resource.</summary>
/// <param name="time">The clock of the task.</param>
public sealed class ResourceTasks(TimeProvider time)
{
    /// <summary>The maximum number of tasks that read the archive at the same time, across all workers.</summary>
    public const int MaxReaders = 2;

    /// <summary>
    /// Reads the archive completely. At most <see cref="MaxReaders"/> tasks read it at the same time. While the task waits for the archive,
    /// it does not hold a concurrency slot.
    /// </summary>
    /// <param name="times">The number of times to read the archive.</param>
    /// <param name="context">The task context, which acquires the resource.</param>
    /// <param name="progress">
    /// The object that receives a progress report before the task waits, and another one when the task has acquired the archive.
    /// </param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>The number of rows, and the period in which the task held the archive.</returns>
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
