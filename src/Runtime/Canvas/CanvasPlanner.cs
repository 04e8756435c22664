using System.Buffers;
using System.Text.Json;
using TaskGen.Brokers;
using TaskGen.Definitions;
using TaskGen.Dispatch;
using TaskGen.Serialization;

namespace TaskGen.Canvases;

/// <summary>
/// Makes a plan of a layout: every task is checked as an ordinary dispatch would be, and everything is written before anything is sent.
/// </summary>
internal static class CanvasPlanner
{
    /// <summary>A record is what what follows is told by, so it must not be gone before that has happened.</summary>
    private static readonly TimeSpan LeastRecordTtl = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan RecordTtlOfNothing = TimeSpan.FromDays(1);

    /// <param name="layout">The canvas.</param>
    /// <param name="headers">What travels with each of its tasks.</param>
    /// <param name="atFront">Whether a running task dispatches it.</param>
    /// <param name="limits">The limits of payloads and headers.</param>
    /// <param name="json">The types of the user.</param>
    /// <param name="time">What ids are made by.</param>
    /// <exception cref="TaskArgumentException">An argument cannot be written.</exception>
    /// <exception cref="TaskPayloadTooLargeException">A payload is over the limit.</exception>
    /// <exception cref="ArgumentException">An option is not valid, or one id was given to two tasks.</exception>
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
        var buffer = new ArrayBufferWriter<byte>(256);
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

            buffer.ResetWrittenCount();
            step.WriteArguments(buffer, json);
            PayloadCodec.CheckSize(step.Name, buffer.WrittenMemory, limits.MaxPayloadBytes);
            var task = Describe(id.Value, step, template, buffer.WrittenMemory.ToArray(), json);
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
                Name = CanvasPlan.Name,

                // Whoever may read the result of a part for so long may read that of the whole.
                RecordTtl = tasks.Count == 0 ? RecordTtlOfNothing : tasks.Max(static task => task.Task.Template.RecordTtl),
            },
        };
    }

    private static void CheckIsNew(bool isNew, TaskId id, string option)
    {
        if (!isNew)
        {
            throw new ArgumentException(
                $"Id names one task, but {id} is given to two tasks of this canvas: a signature whose options have an Id can be used once.",
                option);
        }
    }

    // What follows is told its result, whatever the task declares.
    private static DispatchTemplate InCanvas(DispatchTemplate template) => template with
    {
        Flags = template.Flags | EnvelopeFlags.HasRecord | EnvelopeFlags.KeepsResult,
        RecordTtl = template.RecordTtl > LeastRecordTtl ? template.RecordTtl : LeastRecordTtl,
    };

    private static CanvasTask Describe(Guid id, CanvasStep step, DispatchTemplate template, byte[] arguments, JsonSerializerOptions json)
    {
        var keyName = IdempotencyKeys.NameFor(step.Name, step.Aliases);
        var hasArgumentKey = step.Defaults.Idempotent && step.Options.IdempotencyKey is null;
        var keyArguments = hasArgumentKey ? step.WriteKey(arguments, json) : arguments;
        return new CanvasTask
        {
            Id = id,
            Template = template,
            Arguments = arguments,
            InputName = step.Input?.Name,
            HasArgumentKey = hasArgumentKey && step.Input is not null,
            KeyName = keyName,
            KeyArguments = hasArgumentKey && step.Input is not null ? keyArguments : default(ReadOnlyMemory<byte>?),
            InputDefault = hasArgumentKey ? step.Input?.WriteDefault(json) : null,
            IdempotencyKey = step.Options.IdempotencyKey is { } key ? IdempotencyKeys.FromCaller(keyName, key)
                : hasArgumentKey && step.Input is null ? IdempotencyKeys.FromArguments(keyName, keyArguments)
                : null,
        };
    }
}
