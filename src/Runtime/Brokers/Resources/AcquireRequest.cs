namespace TaskGen.Brokers;

/// <summary>Represents a request for one lease of a resource.</summary>
/// <param name="Holder">
/// The id of this acquisition. It is never used for another acquisition, so it also acts as the fence: a lease that has ended is never
/// renewed under the same id.
/// </param>
/// <param name="Limit">
/// The maximum number of leases of the resource as this holder knows it; at least 1. The lowest limit of all current holders and waiting
/// acquisitions applies.
/// </param>
/// <param name="Lease">
/// The time for which the lease, or the place in the line, is kept without a renewal. It must be greater than zero.
/// </param>
internal sealed record AcquireRequest(Guid Holder, int Limit, TimeSpan Lease)
{
    /// <summary>Validates the request.</summary>
    /// <exception cref="ArgumentException">
    /// The holder is the empty UUID, the limit is less than 1, or the lease is not greater than zero.
    /// </exception>
    public void Check()
    {
        if (Holder == Guid.Empty)
        {
            throw new ArgumentException("The id of a holder must not be the empty UUID.", nameof(Holder));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(Limit, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(Lease, TimeSpan.Zero);
    }
}
