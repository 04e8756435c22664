namespace TaskGen.Brokers;

/// <summary>Represents the reply to a heartbeat (<see cref="IQueueBroker.Renew"/>).</summary>
/// <param name="Alive">
/// <see langword="true"/> if the worker incarnation is alive and its leases were renewed; <see langword="false"/> if it has lost all its
/// leases.
/// </param>
/// <param name="Now">The current time of the broker's clock.</param>
/// <param name="Cancels">
/// The cancellation requests for tasks that the incarnation holds. Each request is returned with every heartbeat until the task is settled.
/// </param>
/// <param name="Strays">
/// The latest cancellation requests for tasks that have no record. The broker stores only the ids of these tasks, so each task might be
/// held by this incarnation, by another one, or by none.
/// </param>
internal sealed record RenewReply(bool Alive, DateTimeOffset Now, IReadOnlyList<CancelRequest> Cancels, IReadOnlyList<StrayRequest> Strays);
