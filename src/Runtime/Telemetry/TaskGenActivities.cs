using System.Diagnostics;

namespace TaskGen.Telemetry;

/// <summary>Creates all activities of TaskGen. Names and tags follow the OpenTelemetry conventions for messaging.</summary>
internal static class TaskGenActivities
{
    public const string SourceName = "TaskGen";
    public const string TraceParentHeader = "traceparent";
    public const string TraceStateHeader = "tracestate";

    private static readonly ActivitySource Source = new(SourceName);

    public static Activity? StartSend(string task, string queue, int count)
    {
        var activity = Source.StartActivity($"send {queue}", ActivityKind.Producer);
        if (activity is not null)
        {
            Describe(activity, "send", task, queue);
            if (count > 1)
            {
                activity.SetTag("messaging.batch.message_count", count);
            }
        }

        return activity;
    }

    public static Activity? StartProcess(string task, string? alias, TaskId id, int attempt, IReadOnlyDictionary<string, string> headers)
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        ActivityContext parent = default;
        if (headers.TryGetValue(TraceParentHeader, out var traceParent))
        {
            headers.TryGetValue(TraceStateHeader, out var traceState);
            ActivityContext.TryParse(traceParent, traceState, isRemote: true, out parent);
        }

        var activity = Source.StartActivity($"process {id.Queue}", ActivityKind.Consumer, parent);
        if (activity is not null)
        {
            Describe(activity, "process", task, id.Queue);
            activity.SetTag("messaging.message.id", id.ToString());
            activity.SetTag("taskgen.task.attempt", attempt);
            if (alias is not null)
            {
                activity.SetTag("taskgen.task.alias", alias);
            }
        }

        return activity;
    }

    /// <summary>
    /// Adds the trace context of an activity, or of the current activity if none is specified, to the headers of a dispatch.
    /// </summary>
    public static void Inject(Activity? activity, Dictionary<string, string> headers)
    {
        activity ??= Activity.Current;
        if (activity is not { IdFormat: ActivityIdFormat.W3C, Id: { } id })
        {
            return;
        }

        headers[TraceParentHeader] = id;
        if (!string.IsNullOrEmpty(activity.TraceStateString))
        {
            headers[TraceStateHeader] = activity.TraceStateString;
        }
    }

    public static void End(Activity? activity, string outcome, string? errorType)
    {
        if (activity is null)
        {
            return;
        }

        activity.SetTag("taskgen.task.outcome", outcome);
        if (errorType is not null)
        {
            activity.SetTag("error.type", errorType);
            activity.SetStatus(ActivityStatusCode.Error);
        }
    }

    private static void Describe(Activity activity, string operation, string task, string queue)
    {
        activity.SetTag("messaging.system", "taskgen");
        activity.SetTag("messaging.operation.name", operation);
        activity.SetTag("messaging.operation.type", operation);
        activity.SetTag("messaging.destination.name", queue);
        activity.SetTag("taskgen.task.name", task);
    }
}
