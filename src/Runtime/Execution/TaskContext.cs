using Microsoft.Extensions.Logging;
using TaskGen.Execution;
using TaskGen.Primitives;

namespace TaskGen;

/// <summary>The execution that runs: which task, which attempt, and what it may use. A task takes it as a parameter.</summary>
public sealed class TaskContext
{
    private readonly ITaskExecution _execution;

    internal TaskContext(ITaskExecution execution) => _execution = execution;

    /// <summary>The task.</summary>
    public TaskId Id => _execution.Id;

    /// <summary>The task's own name on the wire, also where it was dispatched under an alias.</summary>
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

    /// <summary>
    /// Takes a lease of a limited resource, and waits until there is one: over all workers, never more than
    /// <paramref name="limit"/> are held at once. Those that wait have their turn in the order in which they came, and hold no concurrency
    /// slot meanwhile. Dispose of what is returned to give the lease back; otherwise it is given back when the attempt ends.
    /// </summary>
    /// <remarks>
    /// The worker renews the lease as it renews its tasks. Where it cannot, the lease is lost and may be somebody else's:
    /// <see cref="CancellationToken"/> is canceled with <see cref="StopReason.LeaseLost"/>, and the exception that ends the attempt hands
    /// the task back with nothing counted. A task that asks for a second lease of a resource while it holds the only one waits for itself,
    /// until a time limit ends it.
    /// </remarks>
    /// <param name="resource">
    /// The resource's name: letters, digits, <c>.</c>, <c>_</c>, <c>-</c>, 1 to 200 characters. All applications of a namespace share it.
    /// </param>
    /// <param name="limit">
    /// How many leases it has; at least 1. Where tasks disagree, the lowest limit among those that hold and wait is in force.
    /// </param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The lease. Disposing of it never throws, and doing so again does nothing.</returns>
    /// <exception cref="ArgumentException">The name is not valid, or the limit is below 1.</exception>
    /// <exception cref="OperationCanceledException">
    /// The wait ended because a token was canceled, <see cref="CancellationToken"/> among them.
    /// </exception>
    /// <exception cref="InvalidOperationException">The attempt has ended.</exception>
    public ValueTask<IAsyncDisposable> AcquireAsync(string resource, int limit, CancellationToken cancellationToken = default)
    {
        WireNames.Check(resource, "resource", nameof(resource));
        return limit >= 1
            ? _execution.AcquireAsync(resource, limit, cancellationToken)
            : throw new ArgumentOutOfRangeException(nameof(limit), limit, $"The limit of resource '{resource}' must be at least 1.");
    }

    internal ITaskExecution Execution => _execution;
}
