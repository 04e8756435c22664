using TaskGen.Serialization;

namespace TaskGen.Brokers;

/// <summary>The end of a task of a canvas.</summary>
/// <param name="Canvas">The canvas.</param>
/// <param name="Node">The node that the task stands for.</param>
/// <param name="State">How it ended.</param>
/// <param name="Value">
/// Its result as JSON, empty where it has none; where it did not succeed, the failure as <see cref="FailureCodec"/> writes it.
/// </param>
internal readonly record struct CanvasReport(Guid Canvas, int Node, TaskState State, ReadOnlyMemory<byte> Value);
