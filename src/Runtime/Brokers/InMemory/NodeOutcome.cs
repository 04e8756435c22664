namespace TaskGen.Brokers.InMemory;

/// <summary>What a place of a canvas came to.</summary>
/// <param name="State">How it ended.</param>
/// <param name="Value">Its value, or the failure.</param>
internal readonly record struct NodeOutcome(TaskState State, ReadOnlyMemory<byte> Value)
{
    public bool IsSuccess => State == TaskState.Succeeded;
}
