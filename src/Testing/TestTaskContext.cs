using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TaskGen.Execution;
using TaskGen.Serialization;

namespace TaskGen.Testing;

/// <summary>
/// Creates a <see cref="TaskContext"/> that a test can pass to a task method that it calls directly. Resource leases are granted
/// immediately, regardless of the limit.
/// </summary>
public static class TestTaskContext
{
    /// <summary>Creates a new context.</summary>
    /// <param name="services">
    /// The services that are available through <see cref="TaskContext.Services"/>. If the value is <see langword="null"/>, no services are
    /// available.
    /// </param>
    /// <param name="name">The wire name of the task.</param>
    /// <param name="attempt">The number of the current attempt, starting at 1.</param>
    /// <param name="maxAttempts">The maximum number of attempts.</param>
    /// <param name="cancellationToken">The cancellation token of the execution.</param>
    /// <returns>The new context.</returns>
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
