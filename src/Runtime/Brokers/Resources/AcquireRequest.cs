namespace TaskGen.Brokers;

/// <summary>Represents a request for one lease on a resource.</summary>
/// <param name="Holder">
/// The id of this acquisition. It is never used for another acquisition. Therefore, it also prevents a lease that has ended from being
/// renewed.
/// </param>
/// <param name="Limit">
/// The maximum number of leases on the resource, as configured in the process of this caller; at least 1. The lowest limit of all current
/// holders and waiting acquisitions applies.
/// </param>
/// <param name="Lease">
/// How long the lease, or the place in the waiting line, is kept without a renewal. It must be greater than zero.
/// </param>
internal sealed record AcquireRequest(Guid Holder, int Limit, TimeSpan Lease)
{
    /// <summary>Validates the request.</summary>
    /// <exception cref="ArgumentException">
    /// The holder is the empty UUID, the limit is less than 1, or the duration of the lease is not greater than zero.
    /// </exception>
    public void Check()
    {
        if (Holder == Guid.Empty)
        {
            throw new ArgumentException("The holder id of a resource lease must not be the empty UUID.", nameof(Holder));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(Limit, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(Lease, TimeSpan.Zero);
    }
}
