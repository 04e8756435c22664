using System.Diagnostics;

namespace TaskGen.Sample;

/// <summary>At the soft limit a task tidies up; at the hard one it is given up.</summary>
/// <param name="limits">The tasks.</param>
/// <param name="time">What is waited by.</param>
/// <param name="output">Where to say it.</param>
internal sealed class TimeLimitStep(LimitTasksClient limits, TimeProvider time, TourOutput output) : ITourStep
{
    private const int Steps = 30;
    private static readonly TimeSpan AllSteps = TimeSpan.FromMilliseconds(50 * (Steps + 5));

    public string Title => "13. soft_time_limit and time_limit";

    public async Task RunAsync(Dataset dataset, CancellationToken cancellationToken)
    {
        var heeding = await limits.TimeLimitedTask.DelayAsync(Steps, isDeaf: false, cancellationToken);
        var work = await heeding.GetAsync(TourOutput.Patience, cancellationToken);
        output.Say($"soft: the token fired ({work.StopReason}); {work.Steps} of {Steps} steps were done, and the task ended in order");
        TourOutput.Promise(
            work.Steps < Steps && work.StopReason == nameof(StopReason.SoftTimeLimit), "the soft limit should have been told to the task");

        var watch = Stopwatch.StartNew();
        var deaf = await limits.TimeLimitedTask.DelayAsync(Steps, isDeaf: true, cancellationToken);
        var failure = await TourOutput.FailureOfAsync(deaf, cancellationToken);
        output.Say($"hard: {failure.RemoteExceptionType}: {failure.RemoteMessage} after {watch.Elapsed.TotalSeconds:0.0} s");
        TourOutput.Promise(
            failure.RemoteExceptionType == typeof(TaskTimeLimitException).FullName, "the hard limit should have ended the task");

        // Until the deaf handler has come to its end and wants to report success.
        await Task.Delay(AllSteps, time, cancellationToken);
        var snapshot = await deaf.GetSnapshotAsync(cancellationToken);
        output.Say($"the handler has ended by now; the task is still {snapshot.State}");
        TourOutput.Promise(snapshot.State == TaskState.Failed, "what a handler does after its limit should not count");
    }
}
