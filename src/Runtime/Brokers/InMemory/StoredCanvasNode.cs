namespace TaskGen.Brokers.InMemory;

/// <summary>Represents a node of a stored canvas, with its state and outcome.</summary>
internal sealed class StoredCanvasNode(CanvasNode plan)
{
    private Dictionary<int, NodeOutcome>? _settled;

    public CanvasNode Plan { get; } = plan with { Members = [.. plan.Members], Task = plan.Task.ToArray() };

    public bool IsStarted { get; set; }

    public bool IsEnded { get; set; }

    /// <summary>Whether the node succeeded. A group succeeds if all its members succeed.</summary>
    public bool IsSuccess { get; set; }

    /// <summary>The input of the node; <see langword="null"/> if it has none.</summary>
    public ReadOnlyMemory<byte>? Input { get; set; }

    /// <summary>The recorded start delivery; <see langword="null"/> if there is none.</summary>
    public OutgoingStart? Dispatch { get; set; }

    /// <summary>The recorded cancel delivery; <see langword="null"/> if there is none.</summary>
    public OutgoingCancel? Cancel { get; set; }

    public bool IsUnderWay => IsStarted && !IsEnded && Plan.Kind == CanvasNodeKind.Task;

    /// <summary>Returns the input for the next node; <see langword="null"/> if the next node receives none.</summary>
    public ReadOnlyMemory<byte>? PassedOn(ReadOnlyMemory<byte> value) => Plan.PassesValue ? value : default(ReadOnlyMemory<byte>?);

    /// <summary>Sets the outcome of a group member. Only the first outcome for a position is stored.</summary>
    /// <returns><see langword="true"/> if all members of the group now have an outcome; otherwise, <see langword="false"/>.</returns>
    public bool Settle(int position, NodeOutcome outcome) =>
        (_settled ??= []).TryAdd(position, outcome) && _settled.Count == Plan.Members.Count;

    /// <summary>
    /// Returns the outcome of the group: success if all members succeeded; otherwise, the outcome of the failed member with the lowest
    /// position. All members must have an outcome.
    /// </summary>
    public NodeOutcome Conclude()
    {
        for (var position = 0; position < Plan.Members.Count; position++)
        {
            if (!_settled![position].IsSuccess)
            {
                return _settled[position];
            }
        }

        return new NodeOutcome(TaskState.Succeeded, CanvasValue.OfGroup(Plan.Index));
    }

    /// <summary>Returns the result of a group member. The group must have succeeded.</summary>
    public ReadOnlyMemory<byte> ValueAt(int position) => _settled![position].Value;
}
