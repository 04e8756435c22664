namespace TaskGen;

/// <summary>Marks a method as a background task, which callers dispatch through a generated, typed client.</summary>
/// <remarks>
/// <para>
/// The source generator creates one client per class that contains tasks. The client is named after the class, for example
/// <c>ReportTasksClient</c>. It has a property for each task, whose <c>DelayAsync</c> method has the parameters of the task and dispatches
/// it.
/// </para>
/// <para>
/// A task runs at least once: after a worker crash, an attempt can be repeated. The values of the properties are compile-time constants. An
/// out-of-range value causes a build error, and the method is not available on the client.
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
    /// Gets or sets the wire name, which identifies the task in queues and across versions of the application: 1 to 200 characters from
    /// A-Z, a-z, 0-9, <c>.</c>, <c>_</c>, and <c>-</c>. The default, <see langword="null"/>, means <c>Class.Method</c> without a trailing
    /// <c>Async</c> (<c>Outer.Inner.Method</c> for a nested class).
    /// </summary>
    public string? Name { get; set; }

    /// <summary>
    /// Gets or sets the queue that the task is dispatched to, unless <see cref="EnqueueOptions.Queue"/> specifies a different queue: 1 to
    /// 200 characters from A-Z, a-z, 0-9, <c>.</c>, <c>_</c>, and <c>-</c>. The default is <c>default</c>.
    /// </summary>
    public string Queue { get; set; } = "default";

    /// <summary>
    /// Gets or sets the priority of the task among the waiting tasks of its queue. The default is <see cref="TaskPriority.Normal"/>.
    /// </summary>
    public TaskPriority Priority { get; set; } = TaskPriority.Normal;

    /// <summary>
    /// Gets or sets a value that indicates whether a dispatch joins an existing task that has equal arguments, instead of creating a new
    /// task. The default is <see langword="false"/>.
    /// </summary>
    /// <remarks>
    /// While the task has not ended, and for <see cref="IdempotencyTtlSeconds"/> after it succeeds, an equal dispatch returns a handle for
    /// the existing task and does not create a new one. If the task fails, is canceled, or expires, the next equal dispatch creates a new
    /// task. If <see cref="EnqueueOptions.IdempotencyKey"/> is set, the keys are compared instead of the arguments.
    /// </remarks>
    public bool Idempotent { get; set; }

    /// <summary>
    /// Gets or sets how long equal dispatches still join an idempotent task after it succeeds, in seconds, from 1 to 31,536,000. The
    /// default is 86,400 (one day).
    /// </summary>
    public int IdempotencyTtlSeconds { get; set; } = 86_400;

    /// <summary>
    /// Gets or sets the maximum number of retries after a failed first attempt, from 0 to 10,000. The default is 0: a failed task is not
    /// retried.
    /// </summary>
    public int Retry { get; set; }

    /// <summary>
    /// Gets or sets the delay before the first retry, in seconds. It must be greater than 0. The default is 1. The delay doubles with each
    /// further retry, up to <see cref="RetryMaxDelaySeconds"/>, and jitter of 10 to 30 percent is added.
    /// </summary>
    public double RetryBaseDelaySeconds { get; set; } = 1;

    /// <summary>
    /// Gets or sets the maximum delay before a retry, without jitter, in seconds. It must be at least <see cref="RetryBaseDelaySeconds"/>.
    /// The default is 60.
    /// </summary>
    public double RetryMaxDelaySeconds { get; set; } = 60;

    /// <summary>
    /// Gets or sets the time after which the cancellation token of an attempt is canceled, so that the method can clean up, in seconds,
    /// from 0 to 31,536,000. It must be less than <see cref="TimeLimitSeconds"/> if both are set. The default, 0, means no limit.
    /// </summary>
    public double SoftTimeLimitSeconds { get; set; }

    /// <summary>
    /// Gets or sets the time after which an attempt ends even if its method is still running, in seconds, from 0 to 31,536,000. The
    /// default, 0, means no limit.
    /// </summary>
    /// <remarks>
    /// When the limit is reached, the cancellation token is canceled, the concurrency slot is released, and the attempt fails with
    /// <see cref="TaskTimeLimitException"/>. A method that ignores its token continues to run, but its result and progress are discarded.
    /// </remarks>
    public double TimeLimitSeconds { get; set; }

    /// <summary>
    /// Gets or sets the time, in seconds from the dispatch, after which a task expires if it is still waiting for its first attempt or for
    /// a retry. The value is from 0 to 31,536,000. A running attempt is not affected. The default, 0, means that the task does not expire.
    /// </summary>
    public double ExpiresSeconds { get; set; }

    /// <summary>
    /// Gets or sets how long the state, result, and failure of the task can be read after it ends, in seconds, from 1 to 31,536,000. The
    /// default is 86,400 (one day).
    /// </summary>
    public int ResultTtlSeconds { get; set; } = 86_400;

    /// <summary>
    /// Gets or sets a value that indicates whether the result of the task is discarded. The default is <see langword="false"/>.
    /// </summary>
    /// <remarks>
    /// If <see langword="true"/>, dispatching is faster, but <see cref="TaskHandle.GetAsync(CancellationToken)"/> and
    /// <see cref="TaskHandle.GetSnapshotAsync"/> throw <see cref="InvalidOperationException"/>, because neither the result nor the state is
    /// stored. For a dispatch with an idempotency key, the state is stored, but the result is not.
    /// </remarks>
    public bool IgnoreResult { get; set; }

    /// <summary>
    /// Gets or sets the minimum time between two progress reports that the worker sends, in seconds, from 0 to 3,600. If the task reports
    /// progress more often, only the latest report is sent. The last report of an attempt is always sent. The default is 0.1.
    /// </summary>
    public double ProgressIntervalSeconds { get; set; } = 0.1;
}
