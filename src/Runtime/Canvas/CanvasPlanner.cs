using System.Text.Json;
using TaskGen.Brokers;
using TaskGen.Definitions;
using TaskGen.Dispatch;
using TaskGen.Serialization;

namespace TaskGen.Canvases;

/// <summary>
/// Converts a canvas layout to the nodes and tasks to store. Each task is validated in the same way as an ordinary dispatch, and all
/// payloads are written before any request is sent.
/// </summary>
internal static class CanvasPlanner
{
    /// <summary>
    /// The minimum time for which the record of a canvas task is kept after its end. The next tasks receive the result from the record, so
    /// it must not expire before they are started.
    /// </summary>
    private static readonly TimeSpan LeastRecordTtl = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan RecordTtlOfNothing = TimeSpan.FromDays(1);

    /// <param name="layout">The layout of the canvas.</param>
    /// <param name="headers">The headers to add to each task.</param>
    /// <param name="atFront">
    /// <see langword="true"/> if a running task dispatches the canvas, whose tasks then wait apart from the ordinary tasks of their queues;
    /// otherwise, <see langword="false"/>.
    /// </param>
    /// <param name="limits">The options that contain the size limits for payloads and headers.</param>
    /// <param name="json">The JSON options of the host.</param>
    /// <param name="time">The clock from which ids are created.</param>
    /// <exception cref="TaskArgumentException">An argument cannot be serialized.</exception>
    /// <exception cref="TaskPayloadTooLargeException">A payload, or the total size of a task's headers, exceeds the limit.</exception>
    /// <exception cref="ArgumentException">An option is not valid, or two tasks have the same id.</exception>
    public static CanvasPlan Plan(
        CanvasLayout layout,
        IReadOnlyDictionary<string, string> headers,
        bool atFront,
        TaskGenOptions limits,
        JsonSerializerOptions json,
        TimeProvider time)
    {
        var nodes = new List<CanvasNode>();
        var tasks = new List<PlannedTask>(layout.Tasks);
        var ids = new HashSet<TaskId>();
        foreach (var place in layout.Places)
        {
            if (place.Step is not { } step)
            {
                nodes.Add(place.ToNode(default));
                continue;
            }

            var template = InCanvas(DispatchRules.CreateTemplate(
                step.Name, step.Defaults, step.Options, new(headers, StringComparer.Ordinal), limits.MaxHeaderBytes, atFront));
            var id = step.Options.Id ?? new TaskId(TaskIds.New(time, hasRecord: true), template.Queue);
            CheckIsNew(ids.Add(id), id, nameof(step.Options.Id));

            var payload = step.Written ?? step.WritePayload(json);
            PayloadCodec.CheckSize(step.Name, payload.Arguments, limits.MaxPayloadBytes);
            var task = Describe(id.Value, step, template, payload, json);
            tasks.Add(new PlannedTask(place.Index, step, task));
            nodes.Add(place.ToNode(CanvasTaskCodec.Write(task)));
        }

        return new CanvasPlan
        {
            Id = new TaskId(TaskIds.New(time, hasRecord: true), layout.Queue),
            Nodes = nodes,
            Tasks = tasks,
            Commit = new CanvasCommit
            {
                Nodes = nodes.Count,
                Groups = layout.Groups,
                Entry = layout.Entry,
                Members = nodes.Count(node => node.Kind == CanvasNodeKind.Task && CanvasCounts.Counts(node, index => nodes[index])),
                Name = CanvasPlan.Name,

                // The result of the canvas can be read for at least as long as the result of any of its tasks.
                RecordTtl = tasks.Count == 0 ? RecordTtlOfNothing : tasks.Max(static task => task.Task.Template.RecordTtl),
            },
        };
    }

    private static void CheckIsNew(bool isNew, TaskId id, string option)
    {
        if (!isNew)
        {
            throw new ArgumentException(
                $"Two tasks of the canvas have the id {id}, so no task was enqueued. Do not use a signature more than once if its options "
                + "set an Id.",
                option);
        }
    }

    // A canvas requires the record and the result of each task, even if the task declares IgnoreResult.
    private static DispatchTemplate InCanvas(DispatchTemplate template) => template with
    {
        Flags = template.Flags | EnvelopeFlags.HasRecord | EnvelopeFlags.KeepsResult,
        RecordTtl = template.RecordTtl > LeastRecordTtl ? template.RecordTtl : LeastRecordTtl,
    };

    private static CanvasTask Describe(
        Guid id, CanvasStep step, DispatchTemplate template, WrittenPayload payload, JsonSerializerOptions json)
    {
        var keyName = IdempotencyKeys.NameFor(step.Name, step.Aliases);
        var hasArgumentKey = step.HasArgumentKey;
        return new CanvasTask
        {
            Id = id,
            Template = template,
            Arguments = payload.Arguments,
            InputName = step.Input?.Name,
            HasArgumentKey = hasArgumentKey && step.Input is not null,
            KeyName = keyName,
            KeyArguments = hasArgumentKey && step.Input is not null ? payload.KeyArguments : default(ReadOnlyMemory<byte>?),
            InputDefault = hasArgumentKey ? step.Input?.WriteDefault(json) : null,
            IdempotencyKey = step.Options.IdempotencyKey is { } key ? IdempotencyKeys.FromCaller(keyName, key)
                : hasArgumentKey && step.Input is null ? IdempotencyKeys.FromArguments(keyName, payload.KeyArguments)
                : null,
        };
    }
}
