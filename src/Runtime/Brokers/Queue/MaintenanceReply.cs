namespace TaskGen.Brokers;

/// <summary>Represents the result of one <see cref="IQueueBroker.MaintainAsync"/> call.</summary>
/// <param name="Now">The current time of the broker's clock.</param>
/// <param name="NextDue">
/// The time at which the next delayed task becomes due or the next waiting task expires; <see langword="null"/> if there is none.
/// </param>
/// <param name="Promoted">The number of delayed tasks that became due.</param>
/// <param name="Recovered">The number of tasks that were held by dead worker incarnations and were returned to the queue.</param>
/// <param name="Poisoned">The number of tasks that were held by dead worker incarnations and became dead letters as poison tasks.</param>
/// <param name="Expired">The number of waiting tasks that expired.</param>
/// <param name="DroppedDeadLetters">
/// The number of dead letters that have been removed since the last maintenance, because they were too old or too many.
/// </param>
/// <param name="More"><see langword="true"/> if more maintenance work is due now; otherwise, <see langword="false"/>.</param>
/// <param name="WorkWaits">
/// <see langword="true"/> if a task can be leased; otherwise, <see langword="false"/>. With this value, a worker finds a task whose wake-up
/// notification was lost at the next maintenance at the latest.
/// </param>
/// <param name="DeliveriesWait">
/// <see langword="true"/> if a delivery (a pending operation of a canvas on another queue) is due now; otherwise, <see langword="false"/>.
/// </param>
internal sealed record MaintenanceReply(
    DateTimeOffset Now,
    DateTimeOffset? NextDue,
    int Promoted,
    int Recovered,
    int Poisoned,
    int Expired,
    int DroppedDeadLetters,
    bool More,
    bool WorkWaits,
    bool DeliveriesWait = false);
