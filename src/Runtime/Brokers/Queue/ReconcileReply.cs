namespace TaskGen.Brokers;

/// <summary>Represents the reply to <see cref="IQueueBroker.ReconcileAsync"/>.</summary>
/// <param name="Status">
/// <see cref="LeaseStatus.Ok"/>, or <see cref="LeaseStatus.DeadIncarnation"/> if the incarnation is not trusted.
/// </param>
/// <param name="Now">The broker's time.</param>
/// <param name="Held">All tasks that the incarnation holds, in any order.</param>
internal sealed record ReconcileReply(LeaseStatus Status, DateTimeOffset Now, IReadOnlyList<LeasedTask> Held);
