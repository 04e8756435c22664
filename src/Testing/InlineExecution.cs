using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TaskGen.Dispatch;
using TaskGen.Execution;

namespace TaskGen.Testing;

/// <summary>Represents one attempt that runs inside the dispatch call.</summary>
internal sealed class InlineExecution(
    IServiceProvider services,
    JsonSerializerOptions json,
    DispatchTemplate template,
    TaskId id,
    int attempt,
    DateTimeOffset enqueuedAt,
    ExecutionSecrets? secrets) : ITaskExecution
{
    public TaskId Id => id;

    public string Name => template.Name;

    public int Attempt => attempt;

    public int MaxAttempts => template.MaxAttempts;

    public DateTimeOffset EnqueuedAt => enqueuedAt;

    public IReadOnlyDictionary<string, string> Headers => template.Headers;

    public TaskId? ParentId => null;

    public StopReason StopReason => StopReason.None;

    public CancellationToken CancellationToken => CancellationToken.None;

    public ILogger Logger
    {
        get
        {
            var logger = services.GetService<ILoggerFactory>()?.CreateLogger($"TaskGen.Tasks.{Name}") ?? NullLogger.Instance;
            return secrets is null ? logger : new RedactingLogger(logger, secrets);
        }
    }

    public IServiceProvider Services => services;

    public ProgressReporter Progress { get; } = new(
        TimeProvider.System, TimeSpan.Zero, json, ready: null, secrets is null ? null : secrets.RedactProgress);

    public ValueTask<IAsyncDisposable> AcquireAsync(string resource, int limit, CancellationToken cancellationToken) =>
        GrantedLease.AcquireAsync(CancellationToken, cancellationToken);
}
