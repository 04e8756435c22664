namespace TaskGen.Worker;

/// <summary>
/// Defines the notifications that a <see cref="QueueRunner"/> sends to the other components of the same queue, and the state that it reads
/// from them.
/// </summary>
internal interface IRunnerEvents
{
    /// <summary>
    /// Gets a value that indicates whether the worker's leases are known to be valid. They are not after a long pause of the whole process,
    /// so no task starts until the broker has answered a heartbeat.
    /// </summary>
    bool LeaseHolds { get; }

    /// <summary>Called when a task might be available to lease, or when a settlement or start mark must be sent to the broker.</summary>
    void OnChanged();

    /// <summary>Called when an execution has a progress report to send.</summary>
    /// <param name="execution">The execution.</param>
    void OnProgress(TaskExecution execution);
}
