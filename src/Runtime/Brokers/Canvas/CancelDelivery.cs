namespace TaskGen.Brokers;

/// <summary>
/// Represents a request to cancel a task because its canvas was canceled. If <see cref="IQueueBroker.CancelAsync"/> returns
/// <see cref="CancelOutcome.NotFound"/>, the task was never dispatched or its dispatch joined another task. The relay that makes the
/// delivery must then report the node as canceled, because the end of the task will not be reported.
/// </summary>
/// <param name="Key">The key that confirms the delivery in <see cref="DeliveryRequest.Done"/>.</param>
/// <param name="Canvas">The id of the canvas.</param>
/// <param name="Node">The index of the node of the task.</param>
/// <param name="Task">The encoded task of the node: <see cref="CanvasNode.Task"/>.</param>
/// <param name="Reason">The reason given by the caller that canceled the canvas; <see langword="null"/> if none was given.</param>
internal sealed record CancelDelivery(ReadOnlyMemory<byte> Key, Guid Canvas, int Node, ReadOnlyMemory<byte> Task, string? Reason)
    : Delivery(Key);
