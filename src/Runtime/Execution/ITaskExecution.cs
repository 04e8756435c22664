using Microsoft.Extensions.Logging;

namespace TaskGen.Execution;

/// <summary>What stands behind a <see cref="TaskContext"/>: a worker's execution, or one of a test.</summary>
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
