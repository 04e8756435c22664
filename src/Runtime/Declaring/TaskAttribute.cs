namespace TaskGen;

/// <summary>Makes a method a background task, for which the source generator emits a typed client.</summary>
/// <remarks>
/// <para>
/// The client of a class is named after the class, for example <c>ReportTasksClient</c>. It has a property for each task, whose
/// <c>DelayAsync</c> method takes the parameters of the task and dispatches it.
/// </para>
/// <para>
/// A task runs at least once: after a crash of a worker, an attempt can be repeated. All values are compile-time constants. A value out of
/// its range is a build error, and no client is generated for the method.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// public sealed class ReportTasks
/// {
///     [Task(Retry = 3, TimeLimitSeconds = 600)]
///     public async Task&lt;int&gt; GenerateReport(string type, int pages, CancellationToken cancellationToken)
///     {
///         await Task.Delay(TimeSpan.FromSeconds(pages), cancellationToken);
///         return pages;
///     }
/// }
///
/// // In a class that receives the generated ReportTasksClient from dependency injection as "reports":
/// TaskHandle&lt;int&gt; handle = await reports.GenerateReport.DelayAsync("sales", 12);
/// int pages = await handle.GetAsync();
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class TaskAttribute : Attribute
{
    /// <summary>
    /// Gets or sets the wire name, which identifies the task in queues and between versions: 1 to 200 characters from A-Z, a-z, 0-9,
    /// <c>.</c>, <c>_</c> and <c>-</c>. The default, <see langword="null"/>, means <c>Class.Method</c> without a trailing <c>Async</c>
    /// (<c>Outer.Inner.Method</c> for a nested class).
    /// </summary>
    public string? Name { get; set; }

    /// <summary>
    /// Gets or sets the queue that the task is dispatched to, unless <see cref="EnqueueOptions.Queue"/> specifies another one: 1 to 200
    /// characters from A-Z, a-z, 0-9, <c>.</c>, <c>_</c> and <c>-</c>. The default is <c>default</c>.
    /// </summary>
    public string Queue { get; set; } = "default";

    /// <summary>
    /// Gets or sets the priority of the task among the waiting tasks of its queue. The default is <see cref="TaskPriority.Normal"/>.
    /// </summary>
    public TaskPriority Priority { get; set; } = TaskPriority.Normal;

    /// <summary>
    /// Gets or sets a value that indicates whether dispatches with equal arguments join one task. The default is
    /// <see langword="false"/>.
    /// </summary>
    /// <remarks>
    /// While the task has not ended, and for <see cref="IdempotencyTtlSeconds"/> after it succeeds, an equal dispatch returns a handle of
    /// the existing task and creates no new one. If the task fails, is canceled or expires, the next equal dispatch creates a new task.
    /// <see cref="EnqueueOptions.IdempotencyKey"/> replaces the comparison of arguments.
    /// </remarks>
    public bool Idempotent { get; set; }

    /// <summary>
    /// Gets or sets how long after its success an idempotent task is joined by equal dispatches, in seconds, from 1 to 31,536,000. The
    /// default is 86,400 (one day).
    /// </summary>
    public int IdempotencyTtlSeconds { get; set; } = 86_400;

    /// <summary>
    /// Gets or sets the maximum number of retries after a failed first attempt, from 0 to 10,000. The default is 0: a failed task is not
    /// retried.
    /// </summary>
    public int Retry { get; set; }

    /// <summary>
    /// Gets or sets the delay before the first retry, in seconds, greater than 0. The default is 1. The delay doubles with each further
    /// retry, up to <see cref="RetryMaxDelaySeconds"/>, and 10 to 30 percent of it are added as jitter.
    /// </summary>
    public double RetryBaseDelaySeconds { get; set; } = 1;

    /// <summary>
    /// Gets or sets the maximum delay before a retry, without jitter, in seconds; at least <see cref="RetryBaseDelaySeconds"/>. The default
    /// is 60.
    /// </summary>
    public double RetryMaxDelaySeconds { get; set; } = 60;

    /// <summary>
    /// Gets or sets the time after which the cancellation token of an attempt is canceled, so that the method can clean up, in seconds,
    /// from 0 to 31,536,000. It must be less than <see cref="TimeLimitSeconds"/> if both are set. The default, 0, means no limit.
    /// </summary>
    public double SoftTimeLimitSeconds { get; set; }

    /// <summary>
    /// Gets or sets the time after which an attempt is abandoned, in seconds, from 0 to 31,536,000. The default, 0, means no limit.
    /// </summary>
    /// <remarks>
    /// When the limit is reached, the cancellation token is canceled, the concurrency slot is released, and the attempt fails with
    /// <see cref="TaskTimeLimitException"/>. A method that ignores its token continues to run, but its result and progress are discarded.
    /// </remarks>
    public double TimeLimitSeconds { get; set; }

    /// <summary>
    /// Gets or sets the time after the dispatch at which a task that still waits, for its first attempt or for a retry, expires, in
    /// seconds, from 0 to 31,536,000. An attempt that runs is not affected. The default, 0, means that the task does not expire.
    /// </summary>
    public double ExpiresSeconds { get; set; }

    /// <summary>
    /// Gets or sets how long the state, result and failure of the task can be read after it ends, in seconds, from 1 to 31,536,000. The
    /// default is 86,400 (one day).
    /// </summary>
    public int ResultTtlSeconds { get; set; } = 86_400;

    /// <summary>
    /// Gets or sets a value that indicates whether the result of the task is discarded. The default is <see langword="false"/>.
    /// </summary>
    /// <remarks>
    /// If <see langword="true"/>, dispatching is faster, but <see cref="TaskHandle.GetAsync(CancellationToken)"/> and
    /// <see cref="TaskHandle.GetSnapshotAsync"/> throw <see cref="InvalidOperationException"/>, because no result and no state are stored.
    /// For a dispatch with an idempotency key, the state is stored, but not the result.
    /// </remarks>
    public bool IgnoreResult { get; set; }

    /// <summary>
    /// Gets or sets the minimum time between two progress reports that the worker sends, in seconds, from 0 to 3,600. Of the reports in
    /// between, only the latest is sent. The last report of an attempt is always sent. The default is 0.1.
    /// </summary>
    public double ProgressIntervalSeconds { get; set; } = 0.1;
}
