namespace TaskGen.Brokers;

/// <summary>Represents the reply to <see cref="IResourceBroker.AcquireAsync"/>.</summary>
/// <param name="Granted">
/// <see langword="true"/> if the holder has a lease now; <see langword="false"/> if it has a place in the line.
/// </param>
/// <param name="Before">The number of acquisitions before it in the line; 0 if the lease was granted.</param>
/// <param name="Now">The broker's time.</param>
/// <param name="NextEnd">
/// The earliest time at which a lease or a place of the resource ends unless it is renewed; <see langword="null"/> if none ends without a
/// release.
/// </param>
internal sealed record AcquireReply(bool Granted, int Before, DateTimeOffset Now, DateTimeOffset? NextEnd);
