namespace TaskGen.Execution;

/// <summary>The operations that a dispatch or a wait performs on the execution in which it runs.</summary>
internal interface IAmbientExecution
{
    TaskId Id { get; }

    bool HasEnded { get; }

    /// <summary>Begins a wait. The first of several concurrent waits releases the concurrency slot.</summary>
    void Park();

    /// <summary>Ends a wait. The last of several concurrent waits completes only after the concurrency slot is held again.</summary>
    Task UnparkAsync();

    /// <summary>Records tasks that the running code has dispatched. If the execution is canceled, they are canceled too.</summary>
    void AddChildren(IReadOnlyList<TaskId> children);
}
