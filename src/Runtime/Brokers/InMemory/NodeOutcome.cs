namespace TaskGen.Brokers.InMemory;

/// <summary>Represents the outcome of a canvas node or of a group member.</summary>
/// <param name="State">The final state.</param>
/// <param name="Value">The result after a success; otherwise, the failure.</param>
internal readonly record struct NodeOutcome(TaskState State, ReadOnlyMemory<byte> Value)
{
    public bool IsSuccess => State == TaskState.Succeeded;
}
