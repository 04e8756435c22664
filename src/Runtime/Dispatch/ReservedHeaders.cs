using System.Diagnostics;
using TaskGen.Execution;
using TaskGen.Telemetry;

namespace TaskGen.Dispatch;

/// <summary>Defines the reserved headers, which TaskGen itself adds to tasks.</summary>
internal static class ReservedHeaders
{
    public const string Prefix = "taskgen-";

    /// <summary>The name of the header that contains the id of the task that dispatched this task.</summary>
    public const string Parent = Prefix + "parent";

    /// <summary>Creates the headers that all tasks of a dispatch have: the trace context and the id of the parent task.</summary>
    /// <param name="activity">The activity of the dispatch; <see langword="null"/> if no listener is registered.</param>
    /// <param name="parent">
    /// The execution of the task that dispatches these tasks; <see langword="null"/> if the caller is not a task.
    /// </param>
    public static Dictionary<string, string> OfDispatch(Activity? activity, IAmbientExecution? parent)
    {
        var headers = new Dictionary<string, string>(StringComparer.Ordinal);
        TaskGenActivities.Inject(activity, headers);
        if (parent is not null)
        {
            headers[Parent] = parent.Id.ToString();
        }

        return headers;
    }
}
