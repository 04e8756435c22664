namespace TaskGen.Brokers.InMemory;

/// <summary>
/// Represents a recorded delivery that is returned to a canvas relay, in contrast to work that the queue performs itself.
/// </summary>
internal abstract class OutgoingDelivery : StoredDelivery
{
    public abstract int Bytes { get; }

    public abstract Delivery ToDelivery();
}
