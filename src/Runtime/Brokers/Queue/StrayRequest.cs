namespace TaskGen.Brokers;

/// <summary>
/// Represents a request to cancel a task that has no record. The broker cannot determine which worker holds the task, so it returns the
/// request to all workers of the queue. The worker that holds a task with this id cancels it.
/// </summary>
/// <param name="Id">The id of the task.</param>
/// <param name="Reason">The reason given by the caller that canceled the task; <see langword="null"/> if none was given.</param>
internal readonly record struct StrayRequest(Guid Id, string? Reason);
