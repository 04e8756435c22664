using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TaskGen.Definitions;
using TaskGen.Execution;
using TaskGen.Telemetry;

namespace TaskGen.Worker;

/// <summary>
/// Provides the environment of the handler of one execution: its service scope, its logger, and the redaction of sensitive values from
/// every text that leaves the execution.
/// </summary>
internal sealed class ExecutionScope(WorkerServices services, TaskEntry entry, TaskId id, ReadOnlyMemory<byte> arguments) : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private AsyncServiceScope? _serviceScope;
    private ILogger? _logger;
    private bool _isClosed;

    /// <summary>The sensitive values; <see langword="null"/> if the task has none.</summary>
    public ExecutionSecrets? Secrets { get; } = ExecutionSecrets.Of(entry.Sensitivity, services.Json, arguments);

    /// <summary>The logger of the handler, created when it is first used.</summary>
    public ILogger Logger => _logger ??= CreateLogger();

    /// <summary>The services of the handler. The scope is created when it is first used.</summary>
    /// <exception cref="ObjectDisposedException">The handler has returned.</exception>
    public IServiceProvider Services
    {
        get
        {
            lock (_lock)
            {
                ObjectDisposedException.ThrowIf(_isClosed, typeof(TaskContext));
                return (_serviceScope ??= services.Scopes.CreateAsyncScope()).ServiceProvider;
            }
        }
    }

    public Exception Redact(Exception exception) => Secrets is null ? exception : Secrets.Redact(exception);

    public string? Redact(string? text) => Secrets is null ? text : Secrets.Redact(text);

    /// <summary>Disposes the services of the handler. Never throws.</summary>
    public async ValueTask DisposeAsync()
    {
        AsyncServiceScope? toDispose;
        lock (_lock)
        {
            // Code of the handler that still runs and later requests services would otherwise get a scope that is never disposed.
            _isClosed = true;
            toDispose = _serviceScope;
        }

        if (toDispose is not { } scope)
        {
            return;
        }

        try
        {
            await scope.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // The handler has returned. An error during the disposal of its services does not change its result.
            LogMessages.DisposeFailed(services.Logger, entry.Name, id, Redact(exception));
        }
    }

    private GuardedLogger CreateLogger()
    {
        var logger = services.Loggers.CreateLogger($"TaskGen.Tasks.{entry.Name}");
        return new GuardedLogger(Secrets is null ? logger : new RedactingLogger(logger, Secrets));
    }
}
