using Microsoft.Extensions.Logging;

namespace TaskGen;

/// <summary>The execution that runs: which task, which attempt, and what it may use. A task takes it as a parameter.</summary>
public sealed class TaskContext
{
    private readonly ITaskExecution _execution;

    internal TaskContext(ITaskExecution execution) => _execution = execution;

    /// <summary>The task.</summary>
    public TaskId Id => _execution.Id;

    /// <summary>Its name on the wire.</summary>
    public string Name => _execution.Name;

    /// <summary>Its home queue.</summary>
    public string Queue => _execution.Id.Queue;

    /// <summary>Which attempt this is, from 1.</summary>
    public int Attempt => _execution.Attempt;

    /// <summary>How many attempts there are in all.</summary>
    public int MaxAttempts => _execution.MaxAttempts;

    /// <summary>When the task was dispatched, by the broker's clock.</summary>
    public DateTimeOffset EnqueuedAt => _execution.EnqueuedAt;

    /// <summary>The headers given at dispatch.</summary>
    public IReadOnlyDictionary<string, string> Headers => _execution.Headers;

    /// <summary>The task that dispatched this one while it ran, if one did.</summary>
    public TaskId? ParentId => _execution.ParentId;

    /// <summary>Why <see cref="CancellationToken"/> was canceled; <see cref="StopReason.None"/> while it was not.</summary>
    public StopReason StopReason => _execution.StopReason;

    /// <summary>Canceled when the execution should end; <see cref="StopReason"/> says why.</summary>
    public CancellationToken CancellationToken => _execution.CancellationToken;

    /// <summary>A logger named after the task, with its id, name and attempt in scope.</summary>
    public ILogger Logger => _execution.Logger;

    /// <summary>The services of this execution; their scope ends with it.</summary>
    public IServiceProvider Services => _execution.Services;

    /// <summary>Where to report progress.</summary>
    public ITaskProgress Progress => _execution.Progress;

    internal ITaskExecution Execution => _execution;
}
