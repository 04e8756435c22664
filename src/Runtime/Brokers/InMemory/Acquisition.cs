namespace TaskGen.Brokers.InMemory;

/// <summary>Represents an acquisition of a resource. It has either a lease or a place in the resource's waiting line.</summary>
internal sealed class Acquisition
{
    public Acquisition(Guid holder) => (Holder, Place) = (holder, new LinkedListNode<Acquisition>(this));

    public Guid Holder { get; }

    /// <summary>The node of this acquisition in the resource's waiting line. It is used only while the acquisition waits.</summary>
    public LinkedListNode<Acquisition> Place { get; }

    public bool Waits => Place.List is not null;

    public int Limit { get; set; }

    public TimeSpan Lease { get; set; }

    public DateTimeOffset RenewedAt { get; set; }
}
