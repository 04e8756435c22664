namespace TaskGen.Testing;

/// <summary>Represents the outcome of a node (a task or a group) of a canvas.</summary>
/// <param name="State">The final state of the node.</param>
/// <param name="Value">The JSON of the result or of the failure.</param>
internal sealed record InlineEnd(TaskState State, ReadOnlyMemory<byte> Value);
