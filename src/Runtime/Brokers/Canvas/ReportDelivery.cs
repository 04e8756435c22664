namespace TaskGen.Brokers;

/// <summary>A task has ended that stands for a node: tell the canvas by <see cref="ICanvasBroker.AdvanceCanvasAsync"/>.</summary>
/// <param name="Key">What to say when it is done.</param>
/// <param name="To">The node.</param>
/// <param name="Ended">The record at its end: id, name, state, attempt, result, failure and reason are set.</param>
internal sealed record ReportDelivery(ReadOnlyMemory<byte> Key, CanvasPointer To, TaskRecord Ended) : Delivery(Key);
