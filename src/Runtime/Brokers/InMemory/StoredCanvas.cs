namespace TaskGen.Brokers.InMemory;

/// <summary>A canvas: pages that wait for their commit, then the nodes as they run, then what can still be read of its groups.</summary>
internal sealed class StoredCanvas(Guid id) : IExpiring
{
    private readonly Dictionary<int, StoredCanvasNode> _nodes = [];

    public Guid Id => id;

    public int Count => _nodes.Count;

    public bool IsCommitted { get; set; }

    public TimeSpan RecordTtl { get; set; }

    /// <summary>How many things are under way: tasks that were started and have not ended, and work within it.</summary>
    public int Live { get; set; }

    public bool IsCanceled { get; set; }

    public string? CancelReason { get; set; }

    /// <summary>What the whole came to, once it did.</summary>
    public NodeOutcome? Outcome { get; set; }

    /// <summary>When it goes; null: not before it is idle.</summary>
    public DateTimeOffset? DropAt { get; set; }

    /// <summary>What is recorded of it among the deliveries.</summary>
    public HashSet<StoredDelivery> Deliveries { get; } = [];

    public bool IsIdle => IsCommitted && Live == 0 && (IsCanceled || Outcome is not null);

    /// <summary>Whether members of a group are the result of the whole and must stay as long as that can be read.</summary>
    public bool KeepsMembers => !IsCanceled && Outcome is { IsSuccess: true } outcome && CanvasValue.IsGroup(outcome.Value.Span, out _);

    public void Add(CanvasNode node) => _nodes.TryAdd(node.Index, new StoredCanvasNode(node));

    public StoredCanvasNode Node(int index) => _nodes[index];

    public StoredCanvasNode? Find(int index) => _nodes.GetValueOrDefault(index);

    /// <summary>Whether all that a commit names is there.</summary>
    /// <exception cref="ArgumentException">It is, but a node names one that is not.</exception>
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
                throw new ArgumentException($"The node {plan.Index} of the canvas {id:N} names the node {other}, which is not there.");
            }
        }

        return true;
    }
}
