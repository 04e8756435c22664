namespace TaskGen.Brokers;

/// <summary>What is to be delivered.</summary>
/// <param name="Deliveries">Taken: nobody else gets them for the next five seconds.</param>
/// <param name="More">Whether asking again at once is worth it.</param>
internal sealed record DeliveryReply(IReadOnlyList<Delivery> Deliveries, bool More);
