namespace TaskGen.Worker;

/// <summary>
/// Calculates how many tasks to lease ahead, that is, before a concurrency slot is free. The number is that of the tasks that the slots
/// complete in 50 ms, based on the recent average duration of the task methods. For slow task methods, the number is 0, so that no task
/// waits in this worker while another worker is idle.
/// </summary>
internal sealed class LeaseAhead(int concurrency)
{
    public const int MaxTasks = 200;

    private const int ParkedTasks = 15;
    private const double AheadSeconds = 0.05;
    private const double Weight = 0.2;
    private const double LeastSeconds = 1e-6;

    private readonly Lock _lock = new();
    private double _averageSeconds = double.NaN;

    /// <summary>The number of tasks to lease ahead of free concurrency slots.</summary>
    public int Tasks
    {
        get
        {
            lock (_lock)
            {
                return double.IsNaN(_averageSeconds)
                    ? 0
                    : (int)Math.Min(MaxTasks, concurrency * AheadSeconds / Math.Max(_averageSeconds, LeastSeconds));
            }
        }
    }

    /// <summary>
    /// The number of tasks to lease ahead while executions wait for other tasks. It is small, because ordinary tasks that were leased ahead
    /// start before child tasks that are leased later, and can begin to wait as well.
    /// </summary>
    public int TasksWhileParked => Math.Min(Tasks, Math.Max(ParkedTasks, concurrency));

    /// <summary>Adds the duration of a task method to the average.</summary>
    public void Measure(TimeSpan duration)
    {
        lock (_lock)
        {
            _averageSeconds = double.IsNaN(_averageSeconds)
                ? duration.TotalSeconds
                : (_averageSeconds * (1 - Weight)) + (duration.TotalSeconds * Weight);
        }
    }

    /// <summary>
    /// Stops leasing tasks ahead until task methods are fast again. It is called when tasks that were leased ahead did not start in time,
    /// because the task methods have become slower than the average.
    /// </summary>
    public void Pause()
    {
        lock (_lock)
        {
            _averageSeconds = Math.Max(double.IsNaN(_averageSeconds) ? 0 : _averageSeconds, 2 * AheadSeconds * concurrency);
        }
    }
}
