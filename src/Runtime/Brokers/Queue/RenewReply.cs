namespace TaskGen.Brokers;

/// <summary>Represents the reply to a heartbeat (<see cref="IQueueBroker.Renew"/>).</summary>
/// <param name="Alive">
/// <see langword="true"/> if the incarnation is trusted and its leases were renewed; <see langword="false"/> if it has lost all its leases.
/// </param>
/// <param name="Now">The broker's time.</param>
/// <param name="Cancels">
/// The cancel requests for tasks that the incarnation holds. Each is returned with every heartbeat until the task is settled.
/// </param>
/// <param name="Strays">
/// The latest cancel requests for tasks that the broker knows only by their ids. Each task may be held by this incarnation, by another one
/// or by none.
/// </param>
internal sealed record RenewReply(bool Alive, DateTimeOffset Now, IReadOnlyList<CancelRequest> Cancels, IReadOnlyList<StrayRequest> Strays);
