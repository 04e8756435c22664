namespace TaskGen.Brokers;

/// <summary>The reply to a request for a resource lease.</summary>
/// <param name="Granted">Whether the lease is held now; where not, a place in the line is.</param>
/// <param name="Before">How many stand before it in the line.</param>
/// <param name="Now">The broker's time.</param>
/// <param name="NextEnd">When the first lease or place of the resource ends if nobody renews it; null: none does by itself.</param>
internal sealed record AcquireReply(bool Granted, int Before, DateTimeOffset Now, DateTimeOffset? NextEnd);
