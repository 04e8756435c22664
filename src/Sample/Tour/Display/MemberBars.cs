using System.Collections.Concurrent;
using System.Diagnostics;

namespace TaskGen.Sample;

/// <summary>
/// Observes the tasks with one name that run in this process, and creates a progress bar for each of them. It uses the activities that
/// TaskGen creates for OpenTelemetry. Because it needs no handles, it can also observe the members of a canvas and the child tasks of a
/// task.
/// </summary>
internal sealed class MemberBars : IDisposable
{
    private readonly ConcurrentQueue<Activity> _activities = [];
    private readonly ActivityListener _listener;
    private readonly string _taskName;
    private readonly int _count;

    /// <summary>Starts to observe the tasks.</summary>
    /// <param name="taskName">The name of the tasks.</param>
    /// <param name="count">The expected number of tasks.</param>
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

    /// <summary>Returns the bars, in the order in which the tasks started.</summary>
    /// <returns>One bar per expected task.</returns>
    public IReadOnlyList<TaskBar> Read()
    {
        // The tags of an activity are set after its start, so they are read here.
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
