namespace TaskGen.Brokers;

/// <summary>
/// Represents a delivery: an operation on another queue or canvas that is recorded in a queue and has not been carried out. The broker
/// returns a delivery repeatedly until it is confirmed, so carrying it out again must have no effect.
/// </summary>
/// <param name="Key">The key that confirms the delivery in <see cref="DeliveryRequest.Done"/>. Callers do not interpret it.</param>
internal abstract record Delivery(ReadOnlyMemory<byte> Key);
