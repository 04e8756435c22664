namespace TaskGen.Sample;

/// <summary>How long a writer waits for a lock that somebody else holds.</summary>
public enum LockPatience
{
    /// <summary>A second: a task should fail soon and be retried, not hold its slot.</summary>
    Brief,

    /// <summary>
    /// Two minutes: for tables, imports, and small rows that record what has happened already and that no retry could make good.
    /// </summary>
    Ample,
}
