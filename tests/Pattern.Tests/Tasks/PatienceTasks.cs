using TaskGen;

namespace Pattern.Tests;

/// <summary>Tasks that do not wait for ever for other tasks.</summary>
/// <param name="probe">Holds the child until the parent has stopped waiting.</param>
/// <param name="tasks">Dispatches the child.</param>
public sealed class PatienceTasks(Probe probe, PatienceTasksClient tasks)
{
    [Task(Name = "patterns.slow_child")]
    public Task Hold(CancellationToken cancellationToken) => probe.PassAsync("child", cancellationToken);

    [Task(Name = "patterns.impatient")]
    public async Task<string> WaitABit(double seconds)
    {
        var child = await tasks.Hold.DelayAsync();
        try
        {
            await child.GetAsync(TimeSpan.FromSeconds(seconds));
            return "waited";
        }
        catch (TimeoutException)
        {
            return "timed out";
        }
    }

    [Task(Name = "patterns.soft_limited_parent", SoftTimeLimitSeconds = 0.3, TimeLimitSeconds = 60)]
    public async Task<string> WaitUntilTheLimit(TaskContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var child = await tasks.Hold.DelayAsync(CancellationToken.None);
        try
        {
            await child.GetAsync(cancellationToken);
            return "waited";
        }
        catch (OperationCanceledException)
        {
            return context.StopReason.ToString();
        }
    }
}
