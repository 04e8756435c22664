namespace TaskGen.Brokers;

/// <summary>A task of a canvas is to be dispatched.</summary>
/// <param name="Key">What to say when it is done.</param>
/// <param name="Canvas">The canvas.</param>
/// <param name="Node">The node it stands for.</param>
/// <param name="Task">How to dispatch it: <see cref="CanvasNode.Task"/>.</param>
/// <param name="Input">
/// What it takes as its first argument: JSON, or a <see cref="CanvasValue"/> that names a group; null where it takes nothing.
/// </param>
internal sealed record StartDelivery(
    ReadOnlyMemory<byte> Key, Guid Canvas, int Node, ReadOnlyMemory<byte> Task, ReadOnlyMemory<byte>? Input) : Delivery(Key);
