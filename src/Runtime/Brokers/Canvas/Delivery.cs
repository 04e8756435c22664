namespace TaskGen.Brokers;

/// <summary>
/// Represents something that a step of a queue has recorded for another queue or canvas. The broker returns a delivery repeatedly until it
/// is confirmed. Applying a delivery again must have no effect.
/// </summary>
/// <param name="Key">The key that confirms the delivery in <see cref="DeliveryRequest.Done"/>. Callers do not interpret it.</param>
internal abstract record Delivery(ReadOnlyMemory<byte> Key);
