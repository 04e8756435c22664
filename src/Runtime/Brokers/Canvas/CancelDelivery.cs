namespace TaskGen.Brokers;

/// <summary>
/// The canvas was canceled while a task of it may wait or run: cancel it. Where nothing is known of the task, it was never dispatched or is
/// another's: report it as canceled, for nobody else will.
/// </summary>
/// <param name="Key">What to say when it is done.</param>
/// <param name="Canvas">The canvas.</param>
/// <param name="Node">The node it stands for.</param>
/// <param name="Task">How it was to be dispatched: <see cref="CanvasNode.Task"/>.</param>
/// <param name="Reason">Why, in the words of whoever canceled.</param>
internal sealed record CancelDelivery(ReadOnlyMemory<byte> Key, Guid Canvas, int Node, ReadOnlyMemory<byte> Task, string? Reason)
    : Delivery(Key);
