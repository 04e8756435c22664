namespace TaskGen;

/// <summary>The exception that a task throws to fail without a retry.</summary>
/// <remarks>The task becomes a dead letter immediately, even if retries are left.</remarks>
public sealed class TaskRejectedException : TaskGenException
{
    /// <summary>Initializes a new instance of the <see cref="TaskRejectedException"/> class.</summary>
    /// <param name="message">The reason why another attempt cannot succeed.</param>
    /// <param name="innerException">The exception that caused this one; <see langword="null"/> if there is none.</param>
    public TaskRejectedException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
