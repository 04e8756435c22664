namespace TaskGen;

/// <summary>Thrown by a handler that cannot do its work yet: it is run again after a wait, and this attempt is not counted.</summary>
public sealed class TaskSnoozeException : TaskGenException
{
    /// <summary>Puts the task off.</summary>
    /// <param name="delay">The wait.</param>
    public TaskSnoozeException(TimeSpan delay)
        : base("The task asked to be run later.")
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        Delay = delay;
    }

    /// <summary>The wait.</summary>
    public TimeSpan Delay { get; }
}
