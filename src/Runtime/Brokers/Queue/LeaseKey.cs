namespace TaskGen.Brokers;

/// <summary>
/// Identifies the lease on a task. A worker passes the key with each change to the task, and the broker ignores a change whose key is not
/// the current one.
/// </summary>
/// <param name="Fence">The fencing number. It increases each time the task is returned to its queue.</param>
/// <param name="Id">The id of the task.</param>
internal readonly record struct LeaseKey(uint Fence, Guid Id);
