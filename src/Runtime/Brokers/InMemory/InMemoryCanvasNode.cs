namespace TaskGen.Brokers;

/// <summary>A node of a canvas and how far it is.</summary>
internal sealed class InMemoryCanvasNode(CanvasNode plan)
{
    private Dictionary<int, InMemoryOutcome>? _settled;

    public CanvasNode Plan { get; } = plan with { Members = [.. plan.Members], Task = plan.Task.ToArray() };

    public bool IsStarted { get; set; }

    public bool IsEnded { get; set; }

    /// <summary>Of a group: whether all members have succeeded.</summary>
    public bool IsSuccess { get; set; }

    /// <summary>What it takes; null: nothing.</summary>
    public ReadOnlyMemory<byte>? Input { get; set; }

    /// <summary>While it is recorded that it is to be dispatched.</summary>
    public InMemoryStart? Dispatch { get; set; }

    /// <summary>While it is recorded that it is to be canceled.</summary>
    public InMemoryCancel? Cancel { get; set; }

    public bool IsUnderWay => IsStarted && !IsEnded && Plan.Kind == CanvasNodeKind.Task;

    /// <summary>What the next one takes of a value.</summary>
    public ReadOnlyMemory<byte>? PassedOn(ReadOnlyMemory<byte> value) => Plan.PassesValue ? value : default(ReadOnlyMemory<byte>?);

    /// <summary>Of a group: settles a position, once.</summary>
    /// <returns>Whether it was the last one.</returns>
    public bool Settle(int position, InMemoryOutcome outcome) =>
        (_settled ??= []).TryAdd(position, outcome) && _settled.Count == Plan.Members.Count;

    /// <summary>Of a group of which all positions are settled: what it came to.</summary>
    public InMemoryOutcome Conclude()
    {
        for (var position = 0; position < Plan.Members.Count; position++)
        {
            if (!_settled![position].IsSuccess)
            {
                return _settled[position];
            }
        }

        return new InMemoryOutcome(TaskState.Succeeded, CanvasValue.OfGroup(Plan.Index));
    }

    /// <summary>Of a group that has succeeded: what a member came to.</summary>
    public ReadOnlyMemory<byte> ValueAt(int position) => _settled![position].Value;
}
