using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TaskGen.Definitions;
using TaskGen.Execution;
using TaskGen.Telemetry;

namespace TaskGen.Worker;

/// <summary>
/// Provides the objects that one execution of a task method uses: its service scope, its logger, and the redaction of sensitive values from
/// all strings that leave the execution.
/// </summary>
internal sealed class ExecutionScope(WorkerServices services, TaskEntry entry, ReadOnlyMemory<byte> arguments)
{
    private readonly Lock _lock = new();
    private AsyncServiceScope? _serviceScope;
    private ILogger? _logger;
    private bool _isClosed;

    /// <summary>The sensitive values of the task's arguments; <see langword="null"/> if the task has none.</summary>
    public ExecutionSecrets? Secrets { get; } = ExecutionSecrets.Of(entry.Sensitivity, services.Json, arguments);

    /// <summary>The task method's logger. It is created when it is first used.</summary>
    public ILogger Logger => _logger ??= CreateLogger();

    /// <summary>The task method's services. The service scope is created when it is first used.</summary>
    /// <exception cref="ObjectDisposedException">The task method has returned.</exception>
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

    /// <summary>
    /// Disposes the task method's service scope. A service can do work during its disposal, such as a commit, so an exception is returned
    /// to the caller, which fails the attempt.
    /// </summary>
    /// <returns>The exception that the disposal threw; <see langword="null"/> if there is none.</returns>
    public async ValueTask<Exception?> CloseAsync()
    {
        AsyncServiceScope? toDispose;
        lock (_lock)
        {
            // Otherwise, code of the task method that is still running and requests services later would receive a scope that is never
            // disposed.
            _isClosed = true;
            toDispose = _serviceScope;
        }

        if (toDispose is not { } scope)
        {
            return null;
        }

        try
        {
            await scope.DisposeAsync().ConfigureAwait(false);
            return null;
        }
        catch (Exception exception)
        {
            return exception;
        }
    }

    private GuardedLogger CreateLogger()
    {
        var logger = services.Loggers.CreateLogger($"TaskGen.Tasks.{entry.Name}");
        return new GuardedLogger(Secrets is null ? logger : new RedactingLogger(logger, Secrets));
    }
}
