using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Integration.Tests;

/// <summary>Keeps every line that hosts log.</summary>
internal sealed class LogCollector : ILoggerProvider
{
    /// <summary>A worker was declared dead, or no longer trusts its lease.</summary>
    public const int LeaseLost = 3;

    /// <summary>Tasks of dead workers were put back.</summary>
    public const int Recovered = 8;

    private readonly ConcurrentQueue<LogLine> _lines = new();

    public LogLevel Least { get; set; } = LogLevel.Information;

    public IReadOnlyList<LogLine> Lines => [.. _lines];

    public IReadOnlyList<LogLine> Of(int number) => [.. _lines.Where(line => line.Event == number)];

    public IReadOnlyList<LogLine> AtLeast(LogLevel level) => [.. _lines.Where(line => line.Level >= level)];

    public string Tail(int lines = 30) => string.Join('\n', _lines.TakeLast(lines));

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Logger(LogCollector collector, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= collector.Least;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            collector._lines.Enqueue(new LogLine(logLevel, eventId.Id, category, formatter(state, exception), exception));
    }
}
