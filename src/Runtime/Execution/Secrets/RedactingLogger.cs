using Microsoft.Extensions.Logging;

namespace TaskGen.Execution;

/// <summary>
/// Represents the logger of an execution that has sensitive values. It masks these values in messages, placeholders, scopes, and
/// exceptions.
/// </summary>
internal sealed class RedactingLogger(ILogger inner, ExecutionSecrets secrets) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull =>
        state is TaskLogScope
            ? inner.BeginScope(state)
            : inner.BeginScope(new RedactedState(state, secrets.Redact(state.ToString() ?? ""), secrets.Redact));

    public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (inner.IsEnabled(logLevel))
        {
            var text = secrets.Redact(formatter(state, exception));
            inner.Log(
                logLevel,
                eventId,
                new RedactedState(state, text, secrets.Redact),
                secrets.Redact(exception),
                static (redacted, _) => redacted.ToString());
        }
    }
}
