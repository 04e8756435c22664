namespace TaskGen.Brokers.InMemory;

/// <summary>A node of a canvas and how far it is.</summary>
internal sealed class StoredCanvasNode(CanvasNode plan)
{
    private Dictionary<int, NodeOutcome>? _settled;

    public CanvasNode Plan { get; } = plan with { Members = [.. plan.Members], Task = plan.Task.ToArray() };

    public bool IsStarted { get; set; }

    public bool IsEnded { get; set; }

    /// <summary>Of a group: whether all members have succeeded.</summary>
    public bool IsSuccess { get; set; }

    /// <summary>What it takes; null: nothing.</summary>
    public ReadOnlyMemory<byte>? Input { get; set; }

    /// <summary>While it is recorded that it is to be dispatched.</summary>
    public OutgoingStart? Dispatch { get; set; }

    /// <summary>While it is recorded that it is to be canceled.</summary>
    public OutgoingCancel? Cancel { get; set; }

    public bool IsUnderWay => IsStarted && !IsEnded && Plan.Kind == CanvasNodeKind.Task;

    /// <summary>What the next one takes of a value.</summary>
    public ReadOnlyMemory<byte>? PassedOn(ReadOnlyMemory<byte> value) => Plan.PassesValue ? value : default(ReadOnlyMemory<byte>?);

    /// <summary>Of a group: settles a position, once.</summary>
    /// <returns>Whether it was the last one.</returns>
    public bool Settle(int position, NodeOutcome outcome) =>
        (_settled ??= []).TryAdd(position, outcome) && _settled.Count == Plan.Members.Count;

    /// <summary>Of a group of which all positions are settled: what it came to.</summary>
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

    /// <summary>Of a group that has succeeded: what a member came to.</summary>
    public ReadOnlyMemory<byte> ValueAt(int position) => _settled![position].Value;
}
