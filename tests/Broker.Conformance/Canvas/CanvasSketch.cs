using TaskGen.Brokers;
using TaskGen.Serialization;

namespace Broker.Conformance;

/// <summary>Draws a canvas node by node. Its groups must be drawn first.</summary>
internal sealed class CanvasSketch(string queue)
{
    public Guid Id { get; } = TaskIds.New(TimeProvider.System, hasRecord: true);

    public string Queue => queue;

    public List<CanvasNode> Nodes { get; } = [];

    public TimeSpan RecordTtl { get; init; } = TimeSpan.FromDays(1);

    public int Entry { get; set; }

    /// <summary>How many tasks count as parts of the canvas; without it, the record has no progress.</summary>
    public int Members { get; init; }

    public CanvasCommit Commit => new()
    {
        Nodes = Nodes.Count,
        Groups = Nodes.Count(node => node.Kind == CanvasNodeKind.Group),
        Entry = Entry,
        Members = Members,
        Name = "canvas",
        RecordTtl = RecordTtl,
    };

    public CanvasTaskSample TaskOf(int node) => CanvasTaskSample.Read(Nodes[node].Task);

    public Guid IdOf(int node) => TaskOf(node).Id;

    public int Task(
        int next = CanvasNode.None,
        bool passes = false,
        int parent = CanvasNode.Whole,
        int position = 0,
        int scope = CanvasNode.None,
        Func<CanvasTaskSample, CanvasTaskSample>? task = null) =>
        Add(new CanvasNode
        {
            Index = Nodes.Count,
            Kind = CanvasNodeKind.Task,
            Next = next,
            PassesValue = passes,
            Parent = parent,
            Position = position,
            Scope = scope,
            Task = (task ?? (static plain => plain))(new CanvasTaskSample(queue, TaskIds.New(TimeProvider.System, hasRecord: true)))
                .ToBytes(),
        });

    public int Group(
        int[] members,
        int next = CanvasNode.None,
        bool passes = false,
        int parent = CanvasNode.Whole,
        int position = 0,
        int scope = CanvasNode.None) =>
        Add(new CanvasNode
        {
            Index = Nodes.Count,
            Kind = CanvasNodeKind.Group,
            Next = next,
            PassesValue = passes,
            Parent = parent,
            Position = position,
            Scope = scope,
            Members = members,
        });

    public int Scope(int next, bool passes = false, int around = CanvasNode.None) =>
        Add(new CanvasNode { Index =
            Nodes.Count, Kind = CanvasNodeKind.ErrorScope, Next = next, PassesValue = passes, Scope = around, Parent = CanvasNode.Nobody });

    /// <summary>A group of tasks, the first nodes of the sketch, each of which is a member.</summary>
    public CanvasSketch WithGroupOf(
        int count, int next = CanvasNode.None, bool passes = false, Func<int, CanvasTaskSample, CanvasTaskSample>? task = null)
    {
        Group([.. Enumerable.Range(1, count)], next, passes);
        for (var position = 0; position < count; position++)
        {
            var number = position;
            Task(parent: 0, position: position, task: task is null ? null : plain => task(number, plain));
        }

        return this;
    }

    private int Add(CanvasNode node)
    {
        Nodes.Add(node);
        return node.Index;
    }
}
