namespace TaskGen.Brokers;

/// <summary>Represents the reply to <see cref="IQueueBroker.LeaseAsync"/>.</summary>
/// <param name="Status">The status. If it is not <see cref="LeaseStatus.Ok"/>, nothing was changed and all lists are empty.</param>
/// <param name="Now">The current time of the broker's clock.</param>
/// <param name="Tasks">The leased tasks: highest priority first, then in the order in which they were enqueued.</param>
/// <param name="Settled">
/// For each settlement of <see cref="LeaseRequest.Finished"/>: <see langword="true"/> if the lease was current and the settlement was
/// applied; otherwise, <see langword="false"/>.
/// </param>
/// <param name="Started">
/// For each start mark of <see cref="LeaseRequest.Started"/>: <see langword="true"/> if the lease was current; otherwise,
/// <see langword="false"/>.
/// </param>
/// <param name="DeliveriesWait">
/// <see langword="true"/> if the request recorded deliveries (pending operations of canvases on other queues); otherwise,
/// <see langword="false"/>.
/// </param>
internal sealed record LeaseReply(
    LeaseStatus Status,
    DateTimeOffset Now,
    IReadOnlyList<LeasedTask> Tasks,
    IReadOnlyList<bool> Settled,
    IReadOnlyList<bool> Started,
    bool DeliveriesWait = false);
