namespace TaskGen.Brokers;

/// <summary>What the hot step gives back.</summary>
/// <param name="Status">Where it is not <see cref="LeaseStatus.Ok"/>, nothing was done.</param>
/// <param name="Now">The broker's time.</param>
/// <param name="Tasks">What was taken, highest priority first, then in order of dispatch.</param>
/// <param name="Settled">For each of <see cref="LeaseRequest.Finished"/>: whether the fence held and it was applied.</param>
/// <param name="Started">For each of <see cref="LeaseRequest.Started"/>: whether the fence held.</param>
/// <param name="DeliveriesWait">Whether the step has recorded something to deliver.</param>
internal sealed record LeaseReply(
    LeaseStatus Status,
    DateTimeOffset Now,
    IReadOnlyList<LeasedTask> Tasks,
    IReadOnlyList<bool> Settled,
    IReadOnlyList<bool> Started,
    bool DeliveriesWait = false);
