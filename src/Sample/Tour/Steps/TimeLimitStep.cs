using System.Diagnostics;

namespace TaskGen.Sample;

/// <summary>Shows that a task can stop gracefully at its soft time limit, and that its execution is abandoned at its time limit.</summary>
/// <param name="limits">The client of the tasks.</param>
/// <param name="time">The clock.</param>
/// <param name="output">The output of the step.</param>
internal sealed class TimeLimitStep(LimitTasksClient limits, TimeProvider time, TourOutput output) : ITourStep
{
    private const int Steps = 30;
    private static readonly TimeSpan AllSteps = TimeSpan.FromMilliseconds(50 * (Steps + 5));

    public string Title => "13. Time limits";

    public string Shows => "A soft limit for an orderly stop, a hard limit for tasks that do not stop";

    public async Task RunAsync(Dataset dataset, CancellationToken cancellationToken)
    {
        var observing = await limits.TimeLimitedTask.DelayAsync(Steps, isDeaf: false, cancellationToken);
        var work = await observing.GetAsync(cancellationToken);
        output.Say($"Soft limit: the task did {work.Steps} of {Steps} steps and returned; the stop reason is {work.StopReason}");
        output.Check(
            work.Steps < Steps && work.StopReason == nameof(StopReason.SoftTimeLimit), "The soft limit canceled the token of the task");

        var watch = Stopwatch.StartNew();
        var ignoring = await limits.TimeLimitedTask.DelayAsync(Steps, isDeaf: true, cancellationToken);
        var failure = await output.FailureOfAsync(ignoring, cancellationToken);
        output.Error($"{failure.RemoteExceptionType}: {failure.RemoteMessage}");
        output.Say($"Hard limit: a task that ignores its token failed after {watch.Elapsed.TotalSeconds:0.0} s");
        output.Check(failure.RemoteExceptionType == typeof(TaskTimeLimitException).FullName, "The hard limit ended the task");

        // Waits until the abandoned execution has ended and has tried to report success.
        await Task.Delay(AllSteps - watch.Elapsed, time, cancellationToken);
        var snapshot = await ignoring.GetSnapshotAsync(cancellationToken);
        output.Check(snapshot.State == TaskState.Failed, "The late result was ignored");
    }
}
