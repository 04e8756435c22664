namespace TaskGen.Brokers;

/// <summary>What a heartbeat gives back.</summary>
/// <param name="Alive">Whether the incarnation is still trusted; where not, all its leases are lost.</param>
/// <param name="Now">The broker's time.</param>
/// <param name="Cancels">Held tasks that somebody wants canceled. Repeated until the task is settled.</param>
/// <param name="Strays">
/// The latest requests for tasks of which only the id is known: held by this incarnation, by another, or by none.
/// </param>
internal sealed record RenewReply(bool Alive, DateTimeOffset Now, IReadOnlyList<CancelRequest> Cancels, IReadOnlyList<StrayRequest> Strays);
