namespace TaskGen.Brokers;

/// <summary>What a heartbeat gives back.</summary>
/// <param name="Alive">Whether the incarnation is still trusted; where not, all its leases are lost.</param>
/// <param name="Now">The broker's time.</param>
/// <param name="Cancels">Held tasks that somebody wants canceled. Repeated until the task is settled.</param>
internal sealed record RenewReply(bool Alive, DateTimeOffset Now, IReadOnlyList<CancelRequest> Cancels);
