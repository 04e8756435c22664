using System.Diagnostics;

namespace TaskGen.Sample;

/// <summary>
/// Prints a line for each attempt that ends in this process. It observes the activities that TaskGen creates for OpenTelemetry.
/// </summary>
internal sealed class FinishedTaskLines : IDisposable
{
    private readonly ActivityListener _listener;

    /// <summary>Starts to observe the attempts.</summary>
    /// <param name="output">The writer to print to.</param>
    public FinishedTaskLines(TextWriter output)
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "TaskGen",
            Sample = static (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.Kind == ActivityKind.Consumer)
                {
                    output.WriteLine(Describe(activity));
                }
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>Stops the observation.</summary>
    public void Dispose() => _listener.Dispose();

    private static string Describe(Activity activity)
    {
        var task = $"{activity.GetTagItem("taskgen.task.name")} {activity.GetTagItem("messaging.message.id")}";
        var outcome = activity.GetTagItem("taskgen.task.outcome") ?? "abandoned";
        return FormattableString.Invariant(
            $"{task}, attempt {activity.GetTagItem("taskgen.task.attempt")}: {outcome}, {activity.Duration.TotalMilliseconds:N0} ms");
    }
}
