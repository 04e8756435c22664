namespace TaskGen;

/// <summary>The exception that a task throws to be postponed when it cannot do its work yet.</summary>
/// <remarks>The task runs again after the delay. The attempt is not counted.</remarks>
public sealed class TaskSnoozeException : TaskGenException
{
    /// <summary>Initializes a new instance of the <see cref="TaskSnoozeException"/> class.</summary>
    /// <param name="delay">The delay before the task runs again. Zero returns the task to its queue immediately.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="delay"/> is negative.</exception>
    public TaskSnoozeException(TimeSpan delay)
        : base("The task requested to run again later.")
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        Delay = delay;
    }

    /// <summary>Gets the delay before the task runs again.</summary>
    public TimeSpan Delay { get; }
}
