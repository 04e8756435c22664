using System.Buffers;
using TaskGen.Brokers;
using TaskGen.Canvases;
using TaskGen.Handles;
using TaskGen.Primitives;
using TaskGen.Serialization;

namespace TaskGen.Testing;

/// <summary>
/// Runs all tasks of a canvas in the calling process. When a node (a task or a group) ends, the nodes that follow it are started. The
/// canvas ends when no node is left to run.
/// </summary>
internal sealed class InlineCanvas(CanvasPlan plan, Func<PlannedTask, ReadOnlyMemory<byte>, string?, Task<TaskRecord>> runTask)
{
    private readonly Dictionary<int, PlannedTask> _tasks = plan.Tasks.ToDictionary(static task => task.Node);
    private readonly Dictionary<int, InlineEnd?[]> _groups = [];

    // A stack is used so that the tasks that follow a group member run before the next member.
    private readonly Stack<(int Node, ReadOnlyMemory<byte> Input)> _started = new();
    private readonly HashSet<int> _everStarted = [];
    private readonly DateTimeOffset _startedAt = TimeProvider.System.GetUtcNow();
    private CanvasCounts _counts = new(plan.Commit.Members, Ended: 0, Failed: 0);
    private InlineEnd? _whole;

    /// <returns>The record of the canvas.</returns>
    public async Task<TaskRecord> RunAsync(CancellationToken cancellationToken)
    {
        Start(plan.Commit.Entry, default);
        while (_started.TryPop(out var next))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var node = plan.Nodes[next.Node];
            if (node.Kind == CanvasNodeKind.Group)
            {
                StartMembers(node);
            }
            else if (await RunAsync(_tasks[next.Node], next.Input).ConfigureAwait(false) is { } end)
            {
                if (CanvasCounts.Counts(node, index => plan.Nodes[index]))
                {
                    _counts = _counts.After(end.State);
                }

                End(node, end);
            }
        }

        return new TaskRecord
        {
            Id = plan.Id.Value,
            Name = CanvasPlan.Name,
            State = _whole?.State ?? TaskState.Scheduled,
            MaxAttempts = 1,
            EnqueuedAt = _startedAt,
            StartedAt = _startedAt,
            Progress = _counts.Write(),
            FinishedAt = _whole is null ? null : TimeProvider.System.GetUtcNow(),
            Result = _whole is { State: TaskState.Succeeded } ? _whole.Value : default,
            Failure = _whole is null or { State: TaskState.Succeeded } ? default : _whole.Value,
        };
    }

    private async Task<InlineEnd?> RunAsync(PlannedTask planned, ReadOnlyMemory<byte> input)
    {
        // The task is serialized and deserialized, as it would be by a broker.
        var task = CanvasTaskCodec.Read(CanvasTaskCodec.Write(planned.Task));
        var record = await runTask(
            planned, CanvasArguments.Complete(task, input), CanvasArguments.KeyOf(task, input)).ConfigureAwait(false);
        return record.State switch
        {
            TaskState.Succeeded => new InlineEnd(record.State, record.Result),

            // The task method threw TaskSnoozeException. The task is not started again.
            _ when !record.State.IsEnd() => null,
            _ => new InlineEnd(
                record.State, FailureCodec.Write(RecordMapper.ToFailure(new TaskId(record.Id, planned.Task.Template.Queue), record)!)),
        };
    }

    private void Start(int node, ReadOnlyMemory<byte> input)
    {
        if (node != CanvasNode.None && _everStarted.Add(node))
        {
            _started.Push((node, input));
        }
    }

    private void StartMembers(CanvasNode group)
    {
        _groups[group.Index] = new InlineEnd?[group.Members.Count];
        if (group.Members.Count == 0)
        {
            End(group, new InlineEnd(TaskState.Succeeded, "[]"u8.ToArray()));
        }

        for (var position = group.Members.Count - 1; position >= 0; position--)
        {
            Start(group.Members[position], default);
        }
    }

    // The outcome is passed on to the enclosing groups: when the last member of a group ends, the group also ends.
    private void End(CanvasNode node, InlineEnd end)
    {
        while (true)
        {
            if (end.State != TaskState.Succeeded)
            {
                StartHandlers(node.Scope, end.Value);
            }
            else if (node.Next != CanvasNode.None)
            {
                Start(node.Next, node.PassesValue ? end.Value : default);
                return;
            }

            if (node.Parent == CanvasNode.Whole)
            {
                _whole = end;
                return;
            }

            if (node.Parent == CanvasNode.Nobody)
            {
                return;
            }

            var members = _groups[node.Parent];
            members[node.Position] ??= end;
            if (Array.Exists(members, static member => member is null))
            {
                return;
            }

            node = plan.Nodes[node.Parent];
            end = Array.Find(members, static member => member!.State != TaskState.Succeeded)
                ?? new InlineEnd(TaskState.Succeeded, ListOf(members!));
        }
    }

    private void StartHandlers(int scope, ReadOnlyMemory<byte> failure)
    {
        for (; scope != CanvasNode.None; scope = plan.Nodes[scope].Scope)
        {
            Start(plan.Nodes[scope].Next, plan.Nodes[scope].PassesValue ? failure : default);
        }
    }

    private static ReadOnlyMemory<byte> ListOf(InlineEnd[] members)
    {
        var json = new ArrayBufferWriter<byte>();
        json.Write("["u8);
        for (var position = 0; position < members.Length; position++)
        {
            if (position > 0)
            {
                json.Write(","u8);
            }

            json.Write(members[position].Value.IsEmpty ? "null"u8 : members[position].Value.Span);
        }

        json.Write("]"u8);
        return json.WrittenMemory;
    }
}
