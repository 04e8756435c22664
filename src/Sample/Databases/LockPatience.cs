namespace TaskGen.Sample;

/// <summary>Specifies how long a writer waits for a lock that another transaction holds.</summary>
public enum LockPatience
{
    /// <summary>One second, for tasks: a task should fail soon and be retried instead of occupying its concurrency slot.</summary>
    Brief,

    /// <summary>
    /// Two minutes, for tables, imports and small rows that record an action which has already happened and cannot be retried.
    /// </summary>
    Ample,
}
