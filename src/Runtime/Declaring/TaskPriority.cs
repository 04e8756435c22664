namespace TaskGen;

/// <summary>
/// Which of the waiting tasks of one queue are taken first. Tasks of equal priority are taken in the order of their dispatch.
/// </summary>
public enum TaskPriority
{
    /// <summary>Taken when nothing of a higher priority waits.</summary>
    Low = 0,

    /// <summary>The default.</summary>
    Normal = 1,

    /// <summary>Taken before everything else.</summary>
    High = 2,
}
