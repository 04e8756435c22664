using TaskGen;

namespace Pattern.Tests;

/// <summary>Tasks that say how far they are.</summary>
/// <param name="probe">Opens the way to the next stage.</param>
public sealed class StageTasks(Probe probe)
{
    [Task(Name = "patterns.stages")]
    public async Task GoThrough(string[] stages, ITaskProgress<StageDetail> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stages);
        ArgumentNullException.ThrowIfNull(progress);
        for (var done = 0; done < stages.Length; done++)
        {
            progress.Report(done, stages.Length, stages[done], new StageDetail($"{stages[done]}.csv", done));
            await probe.PassAsync(stages[done], cancellationToken);
        }

        progress.Report(stages.Length, stages.Length, "done", new StageDetail("", stages.Length));
    }

    [Task(Name = "patterns.million_reports", ProgressIntervalSeconds = 0.1)]
    public double ReportOften(int times, bool fails, ITaskProgress progress)
    {
        ArgumentNullException.ThrowIfNull(progress);
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        for (var i = 1; i <= times; i++)
        {
            progress.Report(i, times, "counting");
        }

        var took = System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalSeconds;
        return fails ? throw new TaskRejectedException("After the last report.") : took;
    }
}
