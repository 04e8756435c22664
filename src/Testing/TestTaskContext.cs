using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TaskGen.Execution;
using TaskGen.Serialization;

namespace TaskGen.Testing;

/// <summary>
/// Makes the <see cref="TaskContext"/> that a test needs to call a task's method directly. Resource leases are granted at once, whatever
/// the limit.
/// </summary>
public static class TestTaskContext
{
    /// <summary>Makes one.</summary>
    /// <param name="services">The services the method asks its context for; none by default.</param>
    /// <param name="name">The task's name.</param>
    /// <param name="attempt">Which attempt it shall be.</param>
    /// <param name="maxAttempts">How many there are.</param>
    /// <param name="cancellationToken">The token of the execution.</param>
    /// <returns>The context.</returns>
    public static TaskContext Create(
        IServiceProvider? services = null,
        string name = "test",
        int attempt = 1,
        int maxAttempts = 1,
        CancellationToken cancellationToken = default) =>
        new(new Execution(services ?? NoServices.Instance, name, attempt, maxAttempts, cancellationToken));

    private sealed class NoServices : IServiceProvider
    {
        public static readonly NoServices Instance = new();

        public object? GetService(Type serviceType) => null;
    }

    private sealed class Execution(
        IServiceProvider services, string name, int attempt, int maxAttempts, CancellationToken cancellationToken) : ITaskExecution
    {
        public TaskId Id { get; } = new(TaskIds.New(TimeProvider.System, hasRecord: true), "test");

        public string Name => name;

        public int Attempt => attempt;

        public int MaxAttempts => maxAttempts;

        public DateTimeOffset EnqueuedAt { get; } = TimeProvider.System.GetUtcNow();

        public IReadOnlyDictionary<string, string> Headers { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

        public TaskId? ParentId => null;

        public StopReason StopReason => cancellationToken.IsCancellationRequested ? StopReason.Canceled : StopReason.None;

        public CancellationToken CancellationToken => cancellationToken;

        public ILogger Logger => NullLogger.Instance;

        public IServiceProvider Services => services;

        public ProgressReporter Progress { get; } = new(
            TimeProvider.System, TimeSpan.Zero, TaskJson.Create(new TaskJsonOptions(), []), ready: null);

        public ValueTask<IAsyncDisposable> AcquireAsync(string resource, int limit, CancellationToken cancellationToken) =>
            GrantedLease.AcquireAsync(CancellationToken, cancellationToken);
    }
}
