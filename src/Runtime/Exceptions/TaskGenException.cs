namespace TaskGen;

/// <summary>Represents the base class of the exceptions that TaskGen throws.</summary>
public class TaskGenException : Exception
{
    /// <summary>Initializes a new instance of the <see cref="TaskGenException"/> class.</summary>
    /// <param name="message">The problem and the remedy.</param>
    /// <param name="innerException">The exception that caused this one; <see langword="null"/> if there is none.</param>
    public TaskGenException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>Appends a period, unless the string already ends with a period or a question mark.</summary>
    internal static string ToSentence(string text) => text.EndsWith('.') || text.EndsWith('?') ? text : $"{text}.";
}
