namespace TaskGen;

/// <summary>The broker could not be reached or refused; nothing was changed.</summary>
public sealed class TaskBrokerException : TaskGenException
{
    /// <summary>Makes one.</summary>
    /// <param name="message">What the broker said and what to do.</param>
    /// <param name="innerException">What the connection said.</param>
    public TaskBrokerException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
