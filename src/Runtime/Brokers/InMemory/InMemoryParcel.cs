namespace TaskGen.Brokers;

/// <summary>A delivery that is given out.</summary>
internal abstract class InMemoryParcel : InMemoryDelivery
{
    public abstract int Bytes { get; }

    public abstract Delivery ToDelivery();
}
