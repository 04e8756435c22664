using TaskGen.Serialization;

namespace TaskGen.Execution;

/// <summary>
/// Replaces an exception whose message or stack trace might contain sensitive values. Loggers receive this exception, in which these values
/// are masked.
/// </summary>
internal sealed class RedactedException : Exception
{
    private const string Unreadable = "The exception text cannot be read.";

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
