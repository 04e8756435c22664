namespace TaskGen.Brokers.InMemory;

/// <summary>Represents a recorded delivery that is returned to a relay, in contrast to work within the queue.</summary>
internal abstract class OutgoingDelivery : StoredDelivery
{
    public abstract int Bytes { get; }

    public abstract Delivery ToDelivery();
}
