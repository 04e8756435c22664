using TaskGen;

namespace Pattern.Tests;

/// <summary>Tasks that report in ways of their own.</summary>
/// <param name="probe">Opens the way for the second attempt.</param>
public sealed class ImportTasks(Probe probe)
{
    [Task(Name = "patterns.import", Retry = 1, RetryBaseDelaySeconds = 1)]
    public async Task Import(TaskContext context, ITaskProgress progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(progress);
        if (context.Attempt == 1)
        {
            progress.Report(90, 100, "first");
            throw new TimeoutException("Not now.");
        }

        await probe.PassAsync("second", cancellationToken);
        progress.Report(5, 100, "second");
    }

    [Task(Name = "patterns.pass")]
    public async Task<string> Pass(string door, CancellationToken cancellationToken)
    {
        await probe.PassAsync(door, cancellationToken);
        return door == "d" ? throw new TaskRejectedException("Not d.") : door;
    }

    [Task(Name = "patterns.copy")]
    public void Copy(ITaskProgress progress)
    {
        IProgress<double> copying = progress.AsProgress(total: 1, status: "copying");
        copying.Report(0.2);
        copying.Report(0.425);
        copying.Report(double.NaN);
    }
}
