namespace TaskGen;

/// <summary>What the exceptions of TaskGen derive from.</summary>
public class TaskGenException : Exception
{
    /// <summary>Makes one.</summary>
    /// <param name="message">What went wrong and what to do.</param>
    /// <param name="innerException">What caused it.</param>
    public TaskGenException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
