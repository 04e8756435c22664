namespace TaskGen.Brokers;

/// <summary>Represents the settings of one call of <see cref="IQueueBroker.MaintainAsync"/>.</summary>
/// <param name="MaxCrashes">The number of counted crashes at which a task becomes a dead letter as a poison task; at least 1.</param>
/// <param name="PageSize">The maximum number of tasks of each kind that one call handles, from 1 to 200.</param>
internal sealed record MaintenanceRequest(int MaxCrashes, int PageSize = 200);
