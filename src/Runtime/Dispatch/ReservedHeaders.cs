using System.Diagnostics;
using TaskGen.Execution;
using TaskGen.Telemetry;

namespace TaskGen.Dispatch;

/// <summary>Headers that the runtime writes itself.</summary>
internal static class ReservedHeaders
{
    public const string Prefix = "taskgen-";

    /// <summary>The text of the id of the task that dispatched this one.</summary>
    public const string Parent = Prefix + "parent";

    /// <summary>Makes the headers that every task of a dispatch has: the trace context and the parent.</summary>
    /// <param name="activity">The activity of the dispatch; null where nobody listens.</param>
    /// <param name="parent">The execution that dispatches; null outside one.</param>
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
