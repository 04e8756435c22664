namespace TaskGen;

/// <summary>The exception that is thrown when the broker cannot be reached or rejects an operation.</summary>
/// <remarks>
/// The rejected operation changed nothing, so it can be repeated when the broker is available again. A dispatch of many tasks is sent in
/// several batches; batches before the rejected one stay enqueued, and the message states how many tasks they contain.
/// </remarks>
public sealed class TaskBrokerException : TaskGenException
{
    /// <summary>Initializes a new instance of the <see cref="TaskBrokerException"/> class.</summary>
    /// <param name="message">The problem and the remedy.</param>
    /// <param name="innerException">The exception that caused this one; <see langword="null"/> if there is none.</param>
    public TaskBrokerException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>
    /// Gets a value that indicates whether the operation fails again until the configuration of the application or of the broker is
    /// changed, such as a wrong password.
    /// </summary>
    internal bool NeedsConfiguration { get; init; }
}
