namespace TaskGen.Testing;

/// <summary>The outcome of a node of a canvas.</summary>
/// <param name="State">The final state of the node.</param>
/// <param name="Value">The JSON of the result or of the failure.</param>
internal sealed record InlineEnd(TaskState State, ReadOnlyMemory<byte> Value);
