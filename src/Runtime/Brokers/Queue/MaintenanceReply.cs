namespace TaskGen.Brokers;

/// <summary>What one page of maintenance did.</summary>
/// <param name="Now">The broker's time.</param>
/// <param name="NextDue">When the next delayed task is due or the next task expires, if any does.</param>
/// <param name="Promoted">Tasks that became due.</param>
/// <param name="Recovered">Tasks taken from dead incarnations and put back.</param>
/// <param name="Poisoned">Tasks taken from dead incarnations and put into the dead letters.</param>
/// <param name="Expired">Waiting tasks with a record that expired.</param>
/// <param name="DroppedDeadLetters">Dead letters that were over their age or number.</param>
/// <param name="More">Whether another page is waiting.</param>
/// <param name="WorkWaits">
/// Whether something can be leased, so that a ring of the bell that was lost costs no more than the time between two maintenances.
/// </param>
/// <param name="DeliveriesWait">Whether something waits to be delivered that nobody has taken.</param>
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
