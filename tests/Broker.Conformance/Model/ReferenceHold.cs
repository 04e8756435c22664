namespace Broker.Conformance;

/// <summary>Somebody who holds a lease of the resource or waits for one.</summary>
internal sealed class ReferenceHold
{
    public required Guid Holder { get; init; }

    public int Limit { get; set; }

    public DateTimeOffset? EndsAt { get; set; }
}
