namespace TaskGen.Brokers;

/// <summary>Represents the reply to <see cref="IResourceBroker.AcquireAsync"/>.</summary>
/// <param name="Granted">
/// <see langword="true"/> if the lease was granted; <see langword="false"/> if the acquisition has a place in the waiting line.
/// </param>
/// <param name="Before">The number of acquisitions before this one in the waiting line; 0 if the lease was granted.</param>
/// <param name="Now">The current time of the broker's clock.</param>
/// <param name="NextEnd">
/// The earliest time at which a lease on the resource, or a place in its waiting line, ends if it is not renewed; <see langword="null"/> if
/// all of them stay valid until they are released.
/// </param>
internal sealed record AcquireReply(bool Granted, int Before, DateTimeOffset Now, DateTimeOffset? NextEnd);
