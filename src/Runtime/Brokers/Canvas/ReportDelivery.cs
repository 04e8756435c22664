namespace TaskGen.Brokers;

/// <summary>
/// Represents the end of a task that has to be reported to a canvas node by <see cref="ICanvasBroker.AdvanceCanvasAsync"/>.
/// </summary>
/// <param name="Key">The key that confirms the delivery in <see cref="DeliveryRequest.Done"/>.</param>
/// <param name="To">The node to report to.</param>
/// <param name="Ended">The record at the end of the task. The id, name, state, attempt, result, failure and reason are set.</param>
internal sealed record ReportDelivery(ReadOnlyMemory<byte> Key, CanvasPointer To, TaskRecord Ended) : Delivery(Key);
