namespace TaskGen.Brokers;

/// <summary>Asks for what waits to be delivered from one queue.</summary>
/// <param name="Done">What has been delivered: it comes no more.</param>
/// <param name="Max">How many may be taken; at most 100.</param>
internal sealed record DeliveryRequest(IReadOnlyList<ReadOnlyMemory<byte>> Done, int Max);
