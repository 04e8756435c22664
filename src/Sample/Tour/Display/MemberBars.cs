using System.Collections.Concurrent;
using System.Diagnostics;

namespace TaskGen.Sample;

/// <summary>
/// Observes the tasks of one name that run in this process, through the activities that TaskGen emits for OpenTelemetry, and makes a
/// progress bar of each. It needs no handles, so it also observes the members of a canvas and the children of a task.
/// </summary>
internal sealed class MemberBars : IDisposable
{
    private readonly ConcurrentQueue<Activity> _activities = [];
    private readonly ActivityListener _listener;
    private readonly string _taskName;
    private readonly int _count;

    /// <summary>Starts to observe.</summary>
    /// <param name="taskName">The name of the tasks.</param>
    /// <param name="count">The number of tasks that are expected.</param>
    public MemberBars(string taskName, int count)
    {
        _taskName = taskName;
        _count = count;
        _listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "TaskGen",
            Sample = static (ref _) => ActivitySamplingResult.AllData,
            ActivityStarted = activity =>
            {
                if (activity.Kind == ActivityKind.Consumer)
                {
                    _activities.Enqueue(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>Reads the bars, in the order in which the tasks have started.</summary>
    /// <returns>One bar for each expected task.</returns>
    public IReadOnlyList<TaskBar> Read()
    {
        // An activity gets its tags after its start, so they are read here.
        var started = _activities
            .Where(activity => _taskName.Equals(activity.GetTagItem("taskgen.task.name")))
            .GroupBy(static activity => activity.GetTagItem("messaging.message.id"))
            .Select(static attempts => new TaskBar(StateOf(attempts.Last())))
            .Take(_count)
            .ToList();
        return [.. started, .. Enumerable.Repeat(new TaskBar(BarState.Waiting), _count - started.Count)];
    }

    /// <summary>Stops the observation. The bars remain as they are.</summary>
    public void Dispose() => _listener.Dispose();

    private static BarState StateOf(Activity attempt) => attempt.GetTagItem("taskgen.task.outcome") switch
    {
        null => attempt.IsStopped ? BarState.Failed : BarState.Running,
        "succeeded" => BarState.Succeeded,
        "canceled" => BarState.Canceled,
        "retry" or "snooze" or "handback" => BarState.Waiting,
        _ => BarState.Failed,
    };
}
