namespace TaskGen.Brokers;

/// <summary>Who owns an idempotency key, and until when; null while the owner lives.</summary>
internal readonly record struct InMemoryKeyClaim(Guid Owner, DateTimeOffset? DropAt);
