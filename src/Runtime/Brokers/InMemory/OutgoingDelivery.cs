namespace TaskGen.Brokers.InMemory;

/// <summary>A delivery that is given out.</summary>
internal abstract class OutgoingDelivery : StoredDelivery
{
    public abstract int Bytes { get; }

    public abstract Delivery ToDelivery();
}
