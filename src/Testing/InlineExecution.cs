using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace TaskGen.Testing;

/// <summary>One attempt that runs in the caller.</summary>
internal sealed class InlineExecution(
    IServiceProvider services, JsonSerializerOptions json, EnqueueDraft draft, TaskId id, int attempt, DateTimeOffset enqueuedAt) : ITaskExecution
{
    public TaskId Id => id;

    public string Name => draft.Name;

    public int Attempt => attempt;

    public int MaxAttempts => draft.MaxAttempts;

    public DateTimeOffset EnqueuedAt => enqueuedAt;

    public IReadOnlyDictionary<string, string> Headers => draft.Headers;

    public TaskId? ParentId => null;

    public StopReason StopReason => StopReason.None;

    public CancellationToken CancellationToken => CancellationToken.None;

    public ILogger Logger => services.GetService<ILoggerFactory>()?.CreateLogger($"TaskGen.Tasks.{Name}") ?? NullLogger.Instance;

    public IServiceProvider Services => services;

    public ProgressReporter Progress { get; } = new(TimeProvider.System, TimeSpan.Zero, json, ready: null);

    public ValueTask<IAsyncDisposable> AcquireAsync(string resource, int limit, CancellationToken cancellationToken) =>
        GrantedSlot.AcquireAsync(CancellationToken, cancellationToken);
}
