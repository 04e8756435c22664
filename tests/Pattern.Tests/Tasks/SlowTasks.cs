using TaskGen;

namespace Pattern.Tests;

/// <summary>Tasks that take longer than they may.</summary>
/// <param name="probe">Told how far they are.</param>
public sealed class SlowTasks(Probe probe)
{
    [Task(Name = "patterns.soft_limited", SoftTimeLimitSeconds = 0.3, TimeLimitSeconds = 30)]
    public async Task<string> TidyUp(TaskContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        try
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        catch (OperationCanceledException) when (context.StopReason == StopReason.SoftTimeLimit)
        {
            probe.Mark("stopped");
            await probe.PassAsync("tidied up", CancellationToken.None);
        }

        return context.StopReason.ToString();
    }

    [Task(Name = "patterns.hard_limited", SoftTimeLimitSeconds = 0.2, TimeLimitSeconds = 0.5)]
    public async Task<string> BeDeaf(ITaskProgress progress, TaskContext context)
    {
        ArgumentNullException.ThrowIfNull(progress);
        ArgumentNullException.ThrowIfNull(context);
        progress.Report(1, 2, "in time");
        await probe.PassAsync("deaf", CancellationToken.None);
        probe.Mark(context.StopReason.ToString());
        progress.Report(2, 2, "too late");
        probe.Mark("returns");
        return "too late";
    }
}
