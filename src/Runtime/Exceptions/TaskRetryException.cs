namespace TaskGen;

/// <summary>
/// Thrown by a handler to ask for another attempt after a wait of its own choosing. It costs an attempt; without one left the task fails.
/// </summary>
public sealed class TaskRetryException : TaskGenException
{
    /// <summary>Asks for another attempt.</summary>
    /// <param name="delay">The wait, instead of the backoff.</param>
    /// <param name="message">Why.</param>
    /// <param name="innerException">What went wrong.</param>
    public TaskRetryException(TimeSpan delay, string? message = null, Exception? innerException = null)
        : base(message ?? "The task asked to be retried.", innerException)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        Delay = delay;
    }

    /// <summary>The wait.</summary>
    public TimeSpan Delay { get; }
}
