namespace TaskGen;

/// <summary>Thrown by a handler to say that no further attempt can help: the task goes straight to the dead letters.</summary>
public sealed class TaskRejectedException : TaskGenException
{
    /// <summary>Rejects the task.</summary>
    /// <param name="message">Why.</param>
    /// <param name="innerException">What went wrong.</param>
    public TaskRejectedException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
