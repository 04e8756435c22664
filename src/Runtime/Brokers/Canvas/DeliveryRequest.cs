namespace TaskGen.Brokers;

/// <summary>Represents a request for the deliveries of one queue.</summary>
/// <param name="Done">The keys of deliveries that have been delivered. The broker removes them. Unknown keys are ignored.</param>
/// <param name="Max">The maximum number of deliveries to return, from 0 to 100.</param>
internal sealed record DeliveryRequest(IReadOnlyList<ReadOnlyMemory<byte>> Done, int Max);
