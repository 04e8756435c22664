namespace TaskGen.Brokers;

/// <summary>Represents a request to cancel a task that the worker holds.</summary>
/// <param name="Key">The lease on the task.</param>
/// <param name="Reason">The reason given by the caller that canceled the task; <see langword="null"/> if none was given.</param>
internal readonly record struct CancelRequest(LeaseKey Key, string? Reason);
