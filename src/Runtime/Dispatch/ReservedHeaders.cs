using System.Diagnostics;
using TaskGen.Execution;
using TaskGen.Telemetry;

namespace TaskGen.Dispatch;

/// <summary>The headers that the runtime writes.</summary>
internal static class ReservedHeaders
{
    public const string Prefix = "taskgen-";

    /// <summary>The header with the id of the task that dispatched this task.</summary>
    public const string Parent = Prefix + "parent";

    /// <summary>Creates the headers of all tasks of a dispatch: the trace context and the id of the parent.</summary>
    /// <param name="activity">The activity of the dispatch; null if no listener is registered.</param>
    /// <param name="parent">The execution that dispatches; null outside an execution.</param>
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
