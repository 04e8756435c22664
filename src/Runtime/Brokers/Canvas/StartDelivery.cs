namespace TaskGen.Brokers;

/// <summary>Represents a task of a canvas that must be enqueued in its own queue.</summary>
/// <param name="Key">The key that confirms the delivery in <see cref="DeliveryRequest.Done"/>.</param>
/// <param name="Canvas">The id of the canvas.</param>
/// <param name="Node">The index of the node of the task.</param>
/// <param name="Task">The encoded task of the node: <see cref="CanvasNode.Task"/>.</param>
/// <param name="Input">
/// The first argument of the task: JSON, or a <see cref="CanvasValue"/> that refers to the results of a group; <see langword="null"/> if
/// the task has no input.
/// </param>
internal sealed record StartDelivery(
    ReadOnlyMemory<byte> Key, Guid Canvas, int Node, ReadOnlyMemory<byte> Task, ReadOnlyMemory<byte>? Input) : Delivery(Key);
