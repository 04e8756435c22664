namespace TaskGen.Brokers.InMemory;

/// <summary>Represents how a canvas node or a position of a group ended.</summary>
/// <param name="State">The final state.</param>
/// <param name="Value">The result after a success; otherwise, the failure.</param>
internal readonly record struct NodeOutcome(TaskState State, ReadOnlyMemory<byte> Value)
{
    public bool IsSuccess => State == TaskState.Succeeded;
}
