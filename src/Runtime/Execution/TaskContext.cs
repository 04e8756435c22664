using Microsoft.Extensions.Logging;
using TaskGen.Execution;
using TaskGen.Primitives;

namespace TaskGen;

/// <summary>
/// Provides information about the current execution of a task, and operations that the task can use. A task method receives it as a
/// parameter.
/// </summary>
/// <example>
/// <code>
/// [Task(Retry = 3)]
/// public async Task RenderFrame(int frame, TaskContext context, CancellationToken cancellationToken)
/// {
///     context.Logger.LogInformation("Attempt {Attempt} of {MaxAttempts}", context.Attempt, context.MaxAttempts);
///     await using var lease = await context.AcquireAsync("gpu", limit: 2, cancellationToken);
///     await RenderAsync(frame, cancellationToken);
/// }
/// </code>
/// </example>
public sealed class TaskContext
{
    private readonly ITaskExecution _execution;

    internal TaskContext(ITaskExecution execution) => _execution = execution;

    /// <summary>Gets the id of the task.</summary>
    public TaskId Id => _execution.Id;

    /// <summary>Gets the wire name of the task, even if the task was dispatched under an alias.</summary>
    public string Name => _execution.Name;

    /// <summary>Gets the queue to which the task was dispatched.</summary>
    public string Queue => _execution.Id.Queue;

    /// <summary>Gets the number of this attempt, starting at 1.</summary>
    public int Attempt => _execution.Attempt;

    /// <summary>Gets the maximum number of attempts, including the first one.</summary>
    public int MaxAttempts => _execution.MaxAttempts;

    /// <summary>Gets the time at which the task was enqueued, according to the broker's clock.</summary>
    public DateTimeOffset EnqueuedAt => _execution.EnqueuedAt;

    /// <summary>Gets the headers of the dispatch, including the headers that TaskGen adds.</summary>
    public IReadOnlyDictionary<string, string> Headers => _execution.Headers;

    /// <summary>
    /// Gets the id of the task that dispatched this task while it was running; <see langword="null"/> if the task was not dispatched by a
    /// task.
    /// </summary>
    public TaskId? ParentId => _execution.ParentId;

    /// <summary>
    /// Gets the reason why <see cref="CancellationToken"/> was canceled; <see cref="StopReason.None"/> if it was not canceled.
    /// </summary>
    public StopReason StopReason => _execution.StopReason;

    /// <summary>Gets a token that is canceled when the execution should end. <see cref="StopReason"/> specifies the reason.</summary>
    public CancellationToken CancellationToken => _execution.CancellationToken;

    /// <summary>
    /// Gets a logger whose category contains the name of the task. Its log scope contains the id, the name, and the attempt number of the
    /// task.
    /// </summary>
    public ILogger Logger => _execution.Logger;

    /// <summary>
    /// Gets the services of this execution. Their scope is disposed of after the task method has returned and its result was serialized.
    /// </summary>
    public IServiceProvider Services => _execution.Services;

    /// <summary>Gets the object with which the task reports its progress.</summary>
    public ITaskProgress Progress => _execution.Progress;

    /// <summary>
    /// Acquires a lease on a limited resource, and waits until one is available. Across all workers, at most <paramref name="limit"/>
    /// leases on the resource are held at the same time.
    /// </summary>
    /// <param name="resource">
    /// The name of the resource: 1 to 200 characters from A-Z, a-z, 0-9, <c>.</c>, <c>_</c>, and <c>-</c>. All applications with the same
    /// <see cref="TaskGenOptions.Namespace"/> share the resource.
    /// </param>
    /// <param name="limit">
    /// The maximum number of leases on the resource that are held at the same time, at least 1. If tasks specify different limits, the
    /// lowest limit among the tasks that hold a lease or wait for one applies.
    /// </param>
    /// <param name="cancellationToken">
    /// The token to monitor for cancellation requests. Canceling it ends the wait, but does not release a lease that was acquired.
    /// </param>
    /// <returns>The lease. Disposing of it releases the lease and does not throw. Disposing of it again has no effect.</returns>
    /// <exception cref="ArgumentException">The name is not valid, or the limit is less than 1.</exception>
    /// <exception cref="OperationCanceledException">
    /// The wait ended because <paramref name="cancellationToken"/> or <see cref="CancellationToken"/> was canceled.
    /// </exception>
    /// <exception cref="InvalidOperationException">The attempt has ended.</exception>
    /// <remarks>
    /// <para>
    /// Waiting tasks acquire a lease in the order in which they requested it. A waiting task does not hold a concurrency slot. A lease that
    /// is not disposed of is released when the attempt ends.
    /// </para>
    /// <para>
    /// The worker renews the lease in the same way as its task leases. If the lease cannot be renewed in time, it is lost, and another task
    /// might acquire it. <see cref="CancellationToken"/> is then canceled with <see cref="StopReason.LeaseLost"/>. If the task then ends
    /// with an exception, it is returned to its queue, and the attempt is not counted.
    /// </para>
    /// <para>
    /// If the limit is 1, a task that holds the lease and requests a second lease on the same resource waits for itself until a time limit
    /// ends it.
    /// </para>
    /// </remarks>
    /// <example>
    /// With the following code, at most two frames are rendered at the same time, across all workers.
    /// <code>
    /// await using var lease = await context.AcquireAsync("gpu", limit: 2, cancellationToken);
    /// await RenderAsync(frame, cancellationToken);
    /// </code>
    /// </example>
    public ValueTask<IAsyncDisposable> AcquireAsync(string resource, int limit, CancellationToken cancellationToken = default)
    {
        WireNames.Check(resource, "resource", nameof(resource));
        return limit >= 1
            ? _execution.AcquireAsync(resource, limit, cancellationToken)
            : throw new ArgumentOutOfRangeException(nameof(limit), limit, $"The limit for resource '{resource}' must be at least 1.");
    }

    internal ITaskExecution Execution => _execution;

    /// <summary>The <see cref="IResultWriter{T}"/> of the execution; <see langword="null"/> if the result is not stored.</summary>
    internal object? ResultWriter { get; set; }
}
