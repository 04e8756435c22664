namespace TaskGen;

/// <summary>
/// Specifies which of the waiting tasks of a queue start first. Tasks of equal priority start in the order in which they were dispatched.
/// </summary>
public enum TaskPriority
{
    /// <summary>The task starts when no task of a higher priority waits in the queue.</summary>
    Low = 0,

    /// <summary>The task starts before tasks of low priority. This is the default.</summary>
    Normal = 1,

    /// <summary>The task starts before tasks of normal and low priority.</summary>
    High = 2,
}
