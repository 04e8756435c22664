namespace TaskGen.Brokers;

/// <summary>Represents the reply to <see cref="IQueueBroker.ReconcileAsync"/>.</summary>
/// <param name="Status">
/// <see cref="LeaseStatus.Ok"/>, or <see cref="LeaseStatus.DeadIncarnation"/> if the incarnation was declared dead, has left, or was never
/// registered.
/// </param>
/// <param name="Now">The current time of the broker's clock.</param>
/// <param name="Held">All tasks that the incarnation holds, in any order.</param>
internal sealed record ReconcileReply(LeaseStatus Status, DateTimeOffset Now, IReadOnlyList<LeasedTask> Held);
