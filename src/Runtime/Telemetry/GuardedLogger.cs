using Microsoft.Extensions.Logging;

namespace TaskGen.Telemetry;

/// <summary>
/// A logger that cannot fail. What it prints may come from a handler, such as an exception whose message throws, and where it prints to is
/// the application's; neither must end a heartbeat or cost a task.
/// </summary>
internal sealed class GuardedLogger(ILogger inner) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        try
        {
            return inner.BeginScope(state);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return null;
        }
    }

    public bool IsEnabled(LogLevel logLevel)
    {
        try
        {
            return inner.IsEnabled(logLevel);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return false;
        }
    }

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        try
        {
            inner.Log(logLevel, eventId, state, exception, formatter);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // There is nobody left to tell.
        }
    }
}
