namespace TaskGen;

/// <summary>
/// Makes an ordinary method a background task. The generator emits a typed client for its class, so that the call
/// <c>reports.GenerateReport.DelayAsync("sales", query)</c> enqueues what <c>GenerateReport("sales", query)</c> would run.
/// </summary>
/// <remarks>
/// Every value is a constant known to the compiler; a value out of its range is a build error and the method gets no client.
/// </remarks>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class TaskAttribute : Attribute
{
    /// <summary>
    /// The name on the wire: letters, digits, <c>.</c>, <c>_</c> and <c>-</c>, 1 to 200 characters.
    /// Default: <c>Class.Method</c> (nested: <c>Outer.Inner.Method</c>) without a trailing <c>Async</c>.
    /// </summary>
    public string? Name { get; set; }

    /// <summary>
    /// The queue a dispatch goes to unless its <see cref="EnqueueOptions.Queue"/> says otherwise. Same characters as <see cref="Name"/>.
    /// </summary>
    public string Queue { get; set; } = "default";

    /// <summary>Which of the waiting tasks of a queue are taken first.</summary>
    public TaskPriority Priority { get; set; } = TaskPriority.Normal;

    /// <summary>
    /// Whether dispatches with equal arguments are one task: while it lives, and until its cached result has ended
    /// (<see cref="IdempotencyTtlSeconds"/>), a second dispatch joins it instead of running again.
    /// </summary>
    public bool Idempotent { get; set; }

    /// <summary>How long after its success an idempotent task answers equal dispatches, in seconds; 1 to 31,536,000.</summary>
    public int IdempotencyTtlSeconds { get; set; } = 86_400;

    /// <summary>How often a failed attempt is repeated after the first one; 0 to 10,000.</summary>
    public int Retry { get; set; }

    /// <summary>
    /// The wait before the first retry, in seconds, above 0; it doubles with each further one and 10 to 30 % of jitter are added.
    /// </summary>
    public double RetryBaseDelaySeconds { get; set; } = 1;

    /// <summary>The longest wait before a retry, without its jitter, in seconds; at least <see cref="RetryBaseDelaySeconds"/>.</summary>
    public double RetryMaxDelaySeconds { get; set; } = 60;

    /// <summary>
    /// After how many seconds of one attempt its token is canceled, so that it can clean up; up to 31,536,000, 0: never. Must be below
    /// <see cref="TimeLimitSeconds"/>.
    /// </summary>
    public double SoftTimeLimitSeconds { get; set; }

    /// <summary>
    /// After how many seconds an attempt is given up: its slot is freed and whatever it still does is refused; up to 31,536,000, 0: never.
    /// </summary>
    public double TimeLimitSeconds { get; set; }

    /// <summary>
    /// After how many seconds from its dispatch a task that waits, for its first attempt or another one, is not worth starting any more; up
    /// to 31,536,000, 0: never.
    /// </summary>
    public double ExpiresSeconds { get; set; }

    /// <summary>How long state, result and failure can be read after the task has ended, in seconds; 1 to 31,536,000.</summary>
    public int ResultTtlSeconds { get; set; } = 86_400;

    /// <summary>Whether nothing is kept of the task: faster, but there is no state to read and no result to wait for.</summary>
    public bool IgnoreResult { get; set; }

    /// <summary>
    /// The shortest time between two progress reports that leave the worker, in seconds; the last report is never left out. 0 to 3,600.
    /// </summary>
    public double ProgressIntervalSeconds { get; set; } = 0.1;
}
