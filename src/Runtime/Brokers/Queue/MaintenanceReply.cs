namespace TaskGen.Brokers;

/// <summary>Represents the result of one call of <see cref="IQueueBroker.MaintainAsync"/>.</summary>
/// <param name="Now">The broker's time.</param>
/// <param name="NextDue">
/// The time at which the next delayed task becomes due or the next waiting task expires; <see langword="null"/> if there is none.
/// </param>
/// <param name="Promoted">The number of delayed tasks that became due.</param>
/// <param name="Recovered">The number of tasks of dead incarnations that were returned to the queue.</param>
/// <param name="Poisoned">The number of tasks of dead incarnations that became dead letters.</param>
/// <param name="Expired">The number of waiting tasks that expired.</param>
/// <param name="DroppedDeadLetters">
/// The number of dead letters that were removed since the last maintenance because of their age or number.
/// </param>
/// <param name="More"><see langword="true"/> if more work of maintenance is due now; otherwise, <see langword="false"/>.</param>
/// <param name="WorkWaits">
/// <see langword="true"/> if a task can be leased; otherwise, <see langword="false"/>. It limits the effect of a lost bell to the time
/// between two maintenances.
/// </param>
/// <param name="DeliveriesWait"><see langword="true"/> if a delivery can be taken now; otherwise, <see langword="false"/>.</param>
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
