namespace TaskGen.Brokers.InMemory;

/// <summary>One acquisition of a resource: in the line, or with a lease.</summary>
internal sealed class Acquisition
{
    public Acquisition(Guid holder) => (Holder, Place) = (holder, new LinkedListNode<Acquisition>(this));

    public Guid Holder { get; }

    /// <summary>Where it stands in the line while it waits.</summary>
    public LinkedListNode<Acquisition> Place { get; }

    public bool Waits => Place.List is not null;

    public int Limit { get; set; }

    public TimeSpan Lease { get; set; }

    public DateTimeOffset RenewedAt { get; set; }
}
