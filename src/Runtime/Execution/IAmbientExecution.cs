namespace TaskGen.Execution;

/// <summary>What the ambient code may ask of the execution it runs in.</summary>
internal interface IAmbientExecution
{
    TaskId Id { get; }

    bool HasEnded { get; }

    /// <summary>Gives the concurrency slot back, once, however many waits there are.</summary>
    void Park();

    /// <summary>Ends one wait; the last one has the concurrency slot again before it returns.</summary>
    Task UnparkAsync();

    /// <summary>Notes what was dispatched by the code that runs: a cancel of the execution is one of these too.</summary>
    void AddChildren(IReadOnlyList<TaskId> children);
}
