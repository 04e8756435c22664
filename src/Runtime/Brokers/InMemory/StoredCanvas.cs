namespace TaskGen.Brokers.InMemory;

/// <summary>
/// Represents a stored canvas: its nodes before the commit, its running nodes after the commit, and, after its end, the group results that
/// can still be read.
/// </summary>
internal sealed class StoredCanvas(Guid id) : IExpiring
{
    private readonly Dictionary<int, StoredCanvasNode> _nodes = [];

    public Guid Id => id;

    public int Count => _nodes.Count;

    public bool IsCommitted { get; set; }

    public TimeSpan RecordTtl { get; set; }

    /// <summary>
    /// The number of tasks that were started and have not ended, plus the number of recorded <see cref="CanvasWork"/> items of the canvas.
    /// </summary>
    public int Live { get; set; }

    /// <summary>How many tasks of the canvas have ended.</summary>
    public CanvasCounts Counts { get; set; }

    public bool IsCanceled { get; set; }

    public string? CancelReason { get; set; }

    /// <summary>The outcome of the canvas; <see langword="null"/> if it has no outcome yet.</summary>
    public NodeOutcome? Outcome { get; set; }

    /// <summary>
    /// The expiration time of an uncommitted or ended canvas; <see langword="null"/> while a committed canvas is in progress.
    /// </summary>
    public DateTimeOffset? DropAt { get; set; }

    /// <summary>The recorded deliveries and work items of the canvas.</summary>
    public HashSet<StoredDelivery> Deliveries { get; } = [];

    public bool IsIdle => IsCommitted && Live == 0 && (IsCanceled || Outcome is not null);

    /// <summary>
    /// Whether the result of the canvas is the result of a group. The results of the group members are then kept as long as the record of
    /// the canvas.
    /// </summary>
    public bool KeepsMembers => !IsCanceled && Outcome is { IsSuccess: true } outcome && CanvasValue.IsGroup(outcome.Value.Span, out _);

    public void Add(CanvasNode node) => _nodes.TryAdd(node.Index, new StoredCanvasNode(node));

    public StoredCanvasNode Node(int index) => _nodes[index];

    public StoredCanvasNode? Find(int index) => _nodes.GetValueOrDefault(index);

    /// <summary>Determines whether all nodes of the canvas are stored.</summary>
    /// <exception cref="ArgumentException">All nodes are stored, but one refers to a node that does not exist.</exception>
    public bool IsComplete(int nodes)
    {
        for (var index = 0; index < nodes; index++)
        {
            if (!_nodes.ContainsKey(index))
            {
                return false;
            }
        }

        foreach (var plan in _nodes.Values.Select(static node => node.Plan))
        {
            foreach (var other in plan.Members.Append(plan.Next).Append(plan.Scope).Append(plan.Parent).Where(
                other => other >= 0 && !_nodes.ContainsKey(other)))
            {
                throw new ArgumentException($"Node {plan.Index} of canvas {id:N} refers to node {other}, which was not stored.");
            }
        }

        return true;
    }
}
