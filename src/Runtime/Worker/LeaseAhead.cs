namespace TaskGen.Worker;

/// <summary>
/// How many tasks are worth leasing before a slot is free: what the slots would use up in 50 ms at the pace the handlers have had lately.
/// Slow handlers: none, so that nothing waits here while another worker is idle.
/// </summary>
internal sealed class LeaseAhead(int concurrency)
{
    public const int MaxTasks = 200;

    private const double AheadSeconds = 0.05;
    private const double Weight = 0.2;
    private const double LeastSeconds = 1e-6;

    private readonly Lock _lock = new();
    private double _averageSeconds = double.NaN;

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

    /// <summary>A handler took so long.</summary>
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
    /// What was leased ahead was not started in time: the handlers have become slower than the average says. Nothing is leased ahead until
    /// they are quick again.
    /// </summary>
    public void Pause()
    {
        lock (_lock)
        {
            _averageSeconds = Math.Max(double.IsNaN(_averageSeconds) ? 0 : _averageSeconds, 2 * AheadSeconds * concurrency);
        }
    }
}
