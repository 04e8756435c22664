namespace TaskGen.Testing;

/// <summary>How a node of a canvas ended.</summary>
/// <param name="State">The state.</param>
/// <param name="Value">The JSON of the result, or of the failure.</param>
internal sealed record InlineEnd(TaskState State, ReadOnlyMemory<byte> Value);
