namespace TaskGen;

/// <summary>
/// Specifies which waiting tasks of a queue start first. Tasks with equal priority normally start in the order in which they were
/// dispatched.
/// </summary>
public enum TaskPriority
{
    /// <summary>The task starts when no task with a higher priority is waiting in the queue.</summary>
    Low = 0,

    /// <summary>The task starts before tasks with low priority. This is the default.</summary>
    Normal = 1,

    /// <summary>The task starts before tasks with normal or low priority.</summary>
    High = 2,
}
