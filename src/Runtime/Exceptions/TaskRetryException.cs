namespace TaskGen;

/// <summary>The exception that a task throws to be retried after a specified delay.</summary>
/// <remarks>
/// The delay replaces the declared backoff. The attempt is counted: if it was the last one, the task fails and becomes a dead letter. To
/// postpone a task without counting the attempt, throw <see cref="TaskSnoozeException"/>.
/// </remarks>
public sealed class TaskRetryException : TaskGenException
{
    /// <summary>Initializes a new instance of the <see cref="TaskRetryException"/> class.</summary>
    /// <param name="delay">The delay before the next attempt. Zero retries the task immediately.</param>
    /// <param name="message">The reason; <see langword="null"/> for a default message.</param>
    /// <param name="innerException">The exception that caused this one; <see langword="null"/> if there is none.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="delay"/> is negative.</exception>
    public TaskRetryException(TimeSpan delay, string? message = null, Exception? innerException = null)
        : base(message ?? "The task requested a retry.", innerException)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        Delay = delay;
    }

    /// <summary>Gets the delay before the next attempt.</summary>
    public TimeSpan Delay { get; }
}
