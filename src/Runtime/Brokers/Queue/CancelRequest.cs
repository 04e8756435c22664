namespace TaskGen.Brokers;

/// <summary>Somebody wants a held task canceled.</summary>
internal readonly record struct CancelRequest(LeaseKey Key, string? Reason);
