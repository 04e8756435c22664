namespace TaskGen.Sample;

/// <summary>Specifies how long a writer waits for a lock that another transaction holds.</summary>
public enum LockPatience
{
    /// <summary>One second, for tasks. A task should fail quickly and be retried, instead of occupying its concurrency slot.</summary>
    Brief,

    /// <summary>
    /// Two minutes, for creating tables, for imports, and for rows that record an action that has already happened and cannot be retried.
    /// </summary>
    Ample,
}
