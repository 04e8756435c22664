namespace TaskGen.Brokers;

/// <summary>All that an incarnation holds.</summary>
internal sealed record ReconcileReply(LeaseStatus Status, DateTimeOffset Now, IReadOnlyList<LeasedTask> Held);
