namespace TaskGen.Brokers;

/// <summary>Asks for one lease of a resource.</summary>
/// <param name="Holder">
/// Who asks: an id of this one acquisition, never used again. It is the fence too, for a lease that ran out is never renewed under it.
/// </param>
/// <param name="Limit">
/// How many leases the resource has, as this holder knows it; at least 1. The lowest limit among those that hold and wait is in force.
/// </param>
/// <param name="Lease">How long the lease, or the place in the line, is kept without being renewed.</param>
internal sealed record AcquireRequest(Guid Holder, int Limit, TimeSpan Lease)
{
    /// <exception cref="ArgumentException">Something is not as it must be.</exception>
    public void Check()
    {
        if (Holder == Guid.Empty)
        {
            throw new ArgumentException("A holder cannot be the empty UUID.", nameof(Holder));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(Limit, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(Lease, TimeSpan.Zero);
    }
}
