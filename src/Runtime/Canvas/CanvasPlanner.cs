using System.Buffers;
using System.Text.Json;
using TaskGen.Brokers;

namespace TaskGen;

/// <summary>Makes a plan of a layout: every task is checked as an ordinary dispatch would be, and everything is written before anything is sent.</summary>
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
        CanvasLayout layout, IReadOnlyDictionary<string, string> headers, bool atFront, TaskGenOptions limits, JsonSerializerOptions json, TimeProvider time)
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

            var draft = EnqueueDraft.Create(step.Name, step.Defaults, step.Options, new(headers, StringComparer.Ordinal), limits.MaxHeaderBytes, atFront).InCanvas();
            var id = step.Options.Id ?? new TaskId(TaskIds.New(time, hasRecord: true), draft.Queue);
            CheckIsNew(ids.Add(id), id, nameof(step.Options.Id));

            buffer.ResetWrittenCount();
            step.WriteArguments(buffer, json);
            PayloadCodec.CheckSize(step.Name, buffer.WrittenMemory, limits.MaxPayloadBytes);
            var task = Describe(id, step, draft, buffer.WrittenMemory.ToArray(), json);
            tasks.Add(new PlannedTask(place.Index, step, draft, task));
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
                RecordTtl = tasks.Count == 0 ? RecordTtlOfNothing : tasks.Max(static task => task.Task.RecordTtl),
            },
        };
    }

    private static void CheckIsNew(bool isNew, TaskId id, string option)
    {
        if (!isNew)
        {
            throw new ArgumentException($"Id names one task, but {id} is given to two tasks of this canvas: a signature whose options have an Id can be used once.", option);
        }
    }

    private static CanvasTask Describe(TaskId id, CanvasStep step, EnqueueDraft draft, byte[] arguments, JsonSerializerOptions json)
    {
        var (options, defaults) = (draft.Options, draft.Defaults);
        var hasArgumentKey = defaults.Idempotent && options.IdempotencyKey is null;
        var keyName = IdempotencyKeys.NameFor(step.Name, step.Aliases);
        var keyArguments = hasArgumentKey ? step.WriteKey(arguments, json) : arguments;
        return new CanvasTask
        {
            Id = id,
            Name = draft.Name,
            Headers = draft.Headers,
            Arguments = arguments,
            InputName = step.Input?.Name,
            HasArgumentKey = hasArgumentKey && step.Input is not null,
            KeyName = keyName,
            KeyArguments = hasArgumentKey && step.Input is not null ? keyArguments : default(ReadOnlyMemory<byte>?),
            InputDefault = hasArgumentKey ? step.Input?.WriteDefault(json) : null,
            IdempotencyKey = options.IdempotencyKey is { } key ? IdempotencyKeys.FromCaller(keyName, key)
                : hasArgumentKey && step.Input is null ? IdempotencyKeys.FromArguments(keyName, keyArguments)
                : null,
            Flags = draft.Flags,
            Priority = draft.Priority,
            MaxAttempts = draft.MaxAttempts,
            RecordTtl = TimeSpan.FromSeconds(defaults.ResultTtlSeconds) is var ttl && ttl > LeastRecordTtl ? ttl : LeastRecordTtl,
            KeyTtl = TimeSpan.FromSeconds(defaults.IdempotencyTtlSeconds),
            Delay = options.Countdown,
            NotBefore = options.NotBefore,
            ExpiresAfter = options.ExpiresAt is null && defaults.ExpiresSeconds > 0 ? TimeSpan.FromSeconds(defaults.ExpiresSeconds) : null,
            ExpiresAt = options.ExpiresAt,
            AtFront = draft.AtFront,
        };
    }
}
