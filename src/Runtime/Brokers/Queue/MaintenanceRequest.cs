namespace TaskGen.Brokers;

/// <summary>Represents the settings of one <see cref="IQueueBroker.MaintainAsync"/> call.</summary>
/// <param name="MaxCrashes">
/// The number of worker crashes counted for a task at which it becomes a dead letter (a poison task); at least 1.
/// </param>
/// <param name="PageSize">The maximum number of items that one call handles for each kind of work; between 1 and 200.</param>
internal sealed record MaintenanceRequest(int MaxCrashes, int PageSize = 200);
