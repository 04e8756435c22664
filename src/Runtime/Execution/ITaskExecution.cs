using Microsoft.Extensions.Logging;

namespace TaskGen.Execution;

/// <summary>
/// Provides the values and operations of a <see cref="TaskContext"/>. It is implemented by the executions of workers and of test clients.
/// </summary>
internal interface ITaskExecution
{
    TaskId Id { get; }

    string Name { get; }

    int Attempt { get; }

    int MaxAttempts { get; }

    DateTimeOffset EnqueuedAt { get; }

    IReadOnlyDictionary<string, string> Headers { get; }

    TaskId? ParentId { get; }

    StopReason StopReason { get; }

    CancellationToken CancellationToken { get; }

    ILogger Logger { get; }

    IServiceProvider Services { get; }

    ProgressReporter Progress { get; }

    ValueTask<IAsyncDisposable> AcquireAsync(string resource, int limit, CancellationToken cancellationToken);
}
