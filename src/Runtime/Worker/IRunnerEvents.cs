namespace TaskGen.Worker;

/// <summary>
/// Defines the notifications that a <see cref="QueueRunner"/> sends to the other components of its queue's worker, and the state that it
/// reads from them.
/// </summary>
internal interface IRunnerEvents
{
    /// <summary>
    /// Gets a value that indicates whether the leases are known to be valid. After a pause of the whole process, no task is started before
    /// a heartbeat was answered.
    /// </summary>
    bool LeaseHolds { get; }

    /// <summary>Called when there may be a task to lease, or a settlement or start mark to send to the broker.</summary>
    void OnChanged();

    /// <summary>Called when an execution has progress to send.</summary>
    /// <param name="execution">The execution.</param>
    void OnProgress(TaskExecution execution);
}
