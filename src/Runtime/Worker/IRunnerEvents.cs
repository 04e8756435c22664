namespace TaskGen.Worker;

/// <summary>What a <see cref="QueueRunner"/> tells the rest of its queue's worker, and asks of it.</summary>
internal interface IRunnerEvents
{
    /// <summary>
    /// Whether the leases are known to hold. After a pause of the whole process nothing is started before a heartbeat was answered.
    /// </summary>
    bool LeaseHolds { get; }

    /// <summary>There may be something to lease for or to tell the broker.</summary>
    void OnChanged();

    /// <summary>An execution has progress to send.</summary>
    /// <param name="execution">The execution.</param>
    void OnProgress(TaskExecution execution);
}
