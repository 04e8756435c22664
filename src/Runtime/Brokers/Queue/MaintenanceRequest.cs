namespace TaskGen.Brokers;

/// <summary>How a queue is kept in order.</summary>
/// <param name="MaxCrashes">At how many crashes a task is a poison message.</param>
/// <param name="PageSize">How many tasks one call handles of each kind; at most 200.</param>
internal sealed record MaintenanceRequest(int MaxCrashes, int PageSize = 200);
