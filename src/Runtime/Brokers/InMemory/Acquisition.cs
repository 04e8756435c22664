namespace TaskGen.Brokers.InMemory;

/// <summary>Represents an acquisition of a resource, which either waits in the line or has a lease.</summary>
internal sealed class Acquisition
{
    public Acquisition(Guid holder) => (Holder, Place) = (holder, new LinkedListNode<Acquisition>(this));

    public Guid Holder { get; }

    /// <summary>The entry of the acquisition in the line of the resource, used while it waits.</summary>
    public LinkedListNode<Acquisition> Place { get; }

    public bool Waits => Place.List is not null;

    public int Limit { get; set; }

    public TimeSpan Lease { get; set; }

    public DateTimeOffset RenewedAt { get; set; }
}
