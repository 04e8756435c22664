namespace TaskGen;

/// <summary>
/// Provides options for a single dispatch that override the values of the <see cref="TaskAttribute"/>. If an option is
/// <see langword="null"/>, the value of the attribute applies.
/// </summary>
/// <example>
/// <code>
/// TaskHandle&lt;int&gt; handle = await reports.GenerateReport
///     .With(new EnqueueOptions { Countdown = TimeSpan.FromMinutes(10), IdempotencyKey = "sales-2025-06" })
///     .DelayAsync("sales", 12);
/// </code>
/// </example>
public sealed record EnqueueOptions
{
    /// <summary>
    /// Gets or initializes the minimum time between the dispatch and the start of the task. It cannot be negative or combined with
    /// <see cref="NotBefore"/>. Zero or <see langword="null"/>, the default, means no delay.
    /// </summary>
    public TimeSpan? Countdown { get; init; }

    /// <summary>
    /// Gets or initializes the earliest time at which the task can start, according to the broker's clock. It cannot be combined with
    /// <see cref="Countdown"/>. A time in the past or <see langword="null"/>, the default, means no delay.
    /// </summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>
    /// Gets or initializes the time, according to the broker's clock, at which the task expires if it is still waiting for its first
    /// attempt or for a retry. The default, <see langword="null"/>, means that <see cref="TaskAttribute.ExpiresSeconds"/> applies.
    /// </summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>
    /// Gets or initializes the queue to dispatch the task to: 1 to 200 characters from A-Z, a-z, 0-9, <c>.</c>, <c>_</c>, and <c>-</c>. The
    /// queue becomes part of the task id and does not change. The default, <see langword="null"/>, means <see cref="TaskAttribute.Queue"/>.
    /// </summary>
    public string? Queue { get; init; }

    /// <summary>
    /// Gets or initializes the priority of the task among the waiting tasks of its queue. The default, <see langword="null"/>, means
    /// <see cref="TaskAttribute.Priority"/>.
    /// </summary>
    public TaskPriority? Priority { get; init; }

    /// <summary>
    /// Gets or initializes the maximum number of retries after a failed first attempt, from 0 to 10,000. The default,
    /// <see langword="null"/>, means <see cref="TaskAttribute.Retry"/>.
    /// </summary>
    public int? Retry { get; init; }

    /// <summary>
    /// Gets or initializes the idempotency key, a string of 1 to 1,024 characters that identifies equal dispatches. If it is
    /// <see langword="null"/>, the default, the key is computed from the arguments of a task that is declared with
    /// <see cref="TaskAttribute.Idempotent"/>, and other tasks have no key.
    /// </summary>
    /// <remarks>
    /// A dispatch joins an existing task that has the same wire name, queue, and idempotency key, even if the arguments differ. The key
    /// also has this effect for tasks that are not declared with <see cref="TaskAttribute.Idempotent"/>.
    /// </remarks>
    public string? IdempotencyKey { get; init; }

    /// <summary>
    /// Gets or initializes the headers, which are stored with the task and available to it as <see cref="TaskContext.Headers"/>. The
    /// default is empty.
    /// </summary>
    /// <remarks>
    /// A header name has 1 to 200 characters from A-Z, a-z, 0-9, <c>.</c>, <c>_</c>, and <c>-</c>, and does not start with <c>taskgen-</c>.
    /// The total size of all headers is limited to <see cref="TaskGenOptions.MaxHeaderBytes"/>, which is 16,384 by default.
    /// </remarks>
    public IDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>
    /// Gets or initializes the id of the task, if the caller supplies one. The queue in the id must be the queue that the task is
    /// dispatched to. The default, <see langword="null"/>, means that a new id is created.
    /// </summary>
    /// <remarks>
    /// A dispatch can be repeated with the same id: if a task with this id exists, no second task is created. Repeat a dispatch in this way
    /// after a <see cref="TaskEnqueueUnknownException"/>. An id can be specified only for a dispatch of a single task.
    /// </remarks>
    public TaskId? Id { get; init; }
}
