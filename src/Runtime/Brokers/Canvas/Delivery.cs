namespace TaskGen.Brokers;

/// <summary>
/// Represents something that a step of a queue has recorded for another queue or canvas. It is returned repeatedly until it is confirmed,
/// so that a receiver has to apply it only once.
/// </summary>
/// <param name="Key">The key that confirms the delivery in <see cref="DeliveryRequest.Done"/>. Callers do not interpret it.</param>
internal abstract record Delivery(ReadOnlyMemory<byte> Key);
