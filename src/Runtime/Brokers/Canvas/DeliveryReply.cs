namespace TaskGen.Brokers;

/// <summary>Represents the reply to <see cref="ICanvasBroker.DeliverAsync"/>.</summary>
/// <param name="Deliveries">The deliveries. They are not returned to another caller for the next five seconds.</param>
/// <param name="More">
/// <see langword="true"/> if more deliveries, or more work within the canvases of the queue, are due now; otherwise,
/// <see langword="false"/>.
/// </param>
internal sealed record DeliveryReply(IReadOnlyList<Delivery> Deliveries, bool More);
