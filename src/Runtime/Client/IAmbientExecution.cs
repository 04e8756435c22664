namespace TaskGen;

/// <summary>What the ambient code may ask of the execution it runs in.</summary>
internal interface IAmbientExecution
{
    TaskId Id { get; }

    bool HasEnded { get; }

    /// <summary>Gives the concurrency slot back, once, however many waits there are.</summary>
    void Park();

    /// <summary>Ends one wait; the last one has the slot again before it returns.</summary>
    Task UnparkAsync();
}
