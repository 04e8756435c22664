using TaskGen.Serialization;

namespace TaskGen.Execution;

/// <summary>
/// Stands for an exception whose texts may hold something sensitive: what a logger is given of it is its texts without that.
/// </summary>
internal sealed class RedactedException : Exception
{
    private const string Unreadable = "The exception has no text that can be read.";

    private readonly string _text;

    private RedactedException(string message, string? stackTrace, string text, Exception? innerException)
        : base(message, innerException)
    {
        StackTrace = stackTrace;
        _text = text;
    }

    public override string? StackTrace { get; }

    public static RedactedException Of(Exception exception, Func<string, string> redact) => new(
        $"{exception.GetType()}: {ExceptionTexts.Read(exception, static e => e.Message, redact) ?? Unreadable}",
        ExceptionTexts.Read(exception, static e => e.StackTrace, redact),
        ExceptionTexts.Read(exception, static e => e.ToString(), redact) ?? $"{exception.GetType()}: {Unreadable}",
        exception.InnerException is { } inner ? Of(inner, redact) : null);

    public override string ToString() => _text;
}
