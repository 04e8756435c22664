namespace TaskGen.Brokers.InMemory;

/// <summary>Who owns an idempotency key, and until when; null while the owner lives.</summary>
internal readonly record struct KeyClaim(Guid Owner, DateTimeOffset? DropAt);
