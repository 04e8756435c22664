using TaskGen.Serialization;

namespace TaskGen.Brokers;

/// <summary>Represents the end of a task that belongs to a canvas.</summary>
/// <param name="Canvas">The id of the canvas.</param>
/// <param name="Node">The index of the node of the task.</param>
/// <param name="State">The final state of the task.</param>
/// <param name="Value">
/// The result as JSON; empty if there is none. If the task did not succeed, the failure as <see cref="FailureCodec"/> writes it.
/// </param>
internal readonly record struct CanvasReport(Guid Canvas, int Node, TaskState State, ReadOnlyMemory<byte> Value);
