using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace TaskGen.Tests;

/// <summary>Keeps every log line, with the scopes it was written in.</summary>
internal sealed class LogCollector : ILoggerProvider, ILogger, ISupportExternalScope
{
    private readonly ConcurrentQueue<string> _lines = new();
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    public IReadOnlyList<string> Lines => [.. _lines];

    public ILogger CreateLogger(string categoryName) => this;

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => _scopes.Push(state);

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var scopes = new List<string>();
        _scopes.ForEachScope(
            static (scope, all) => all.Add(
                scope is IEnumerable<KeyValuePair<string, object?>> pairs
                    ? string.Join(", ", pairs.Select(static pair => $"{pair.Key}={pair.Value}"))
                    : $"{scope}"),
            scopes);
        _lines.Enqueue($"{logLevel} {formatter(state, exception)} {exception} [{string.Join(" | ", scopes)}]");
    }

    public void Dispose()
    {
    }
}
