namespace TaskGen.Brokers;

/// <summary>
/// Represents a request for the deliveries (pending operations of canvases on other queues) that are recorded in one queue.
/// </summary>
/// <param name="Done">
/// The keys of deliveries that have been carried out. The broker removes these deliveries. Unknown keys are ignored.
/// </param>
/// <param name="Max">The maximum number of deliveries to return; between 0 and 100.</param>
internal sealed record DeliveryRequest(IReadOnlyList<ReadOnlyMemory<byte>> Done, int Max);
