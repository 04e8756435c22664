namespace TaskGen.Brokers;

/// <summary>
/// Represents the end of a task, which must be reported to a canvas node with <see cref="ICanvasBroker.AdvanceCanvasAsync"/>.
/// </summary>
/// <param name="Key">The key that confirms the delivery in <see cref="DeliveryRequest.Done"/>.</param>
/// <param name="To">The canvas node to which the end is reported.</param>
/// <param name="Ended">The record of the ended task. Only the id, name, state, attempt, result, failure, and reason are set.</param>
internal sealed record ReportDelivery(ReadOnlyMemory<byte> Key, CanvasPointer To, TaskRecord Ended) : Delivery(Key);
