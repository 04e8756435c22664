namespace TaskGen;

/// <summary>
/// Provides options for a single dispatch that override the values of <see cref="TaskAttribute"/>. An option that is
/// <see langword="null"/> keeps the value of the attribute.
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
    /// Gets the minimum time between the dispatch and the start of the task. It cannot be negative or combined with
    /// <see cref="NotBefore"/>. Zero or <see langword="null"/>, the default, means no delay.
    /// </summary>
    public TimeSpan? Countdown { get; init; }

    /// <summary>
    /// Gets the earliest time at which the task can start, by the clock of the broker. It cannot be combined with <see cref="Countdown"/>.
    /// A time in the past or <see langword="null"/>, the default, means no delay.
    /// </summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>
    /// Gets the time at which the task expires if it still waits for its first attempt or for a retry, by the clock of the broker. The
    /// default, <see langword="null"/>, means that <see cref="TaskAttribute.ExpiresSeconds"/> applies.
    /// </summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>
    /// Gets the queue to dispatch the task to: 1 to 200 characters from A-Z, a-z, 0-9, <c>.</c>, <c>_</c> and <c>-</c>. The queue becomes
    /// part of the task id and does not change. The default, <see langword="null"/>, means <see cref="TaskAttribute.Queue"/>.
    /// </summary>
    public string? Queue { get; init; }

    /// <summary>
    /// Gets the priority of the task among the waiting tasks of its queue. The default, <see langword="null"/>, means
    /// <see cref="TaskAttribute.Priority"/>.
    /// </summary>
    public TaskPriority? Priority { get; init; }

    /// <summary>
    /// Gets the maximum number of retries after a failed first attempt, from 0 to 10,000. The default, <see langword="null"/>, means
    /// <see cref="TaskAttribute.Retry"/>.
    /// </summary>
    public int? Retry { get; init; }

    /// <summary>
    /// Gets the idempotency key, of 1 to 1,024 characters. The default, <see langword="null"/>, means that the key is computed from the
    /// arguments if <see cref="TaskAttribute.Idempotent"/> is <see langword="true"/>, and that there is no key otherwise.
    /// </summary>
    /// <remarks>
    /// A dispatch joins an existing task that has the same name, queue and idempotency key, even if the arguments differ. The key also
    /// works for tasks that are not declared idempotent.
    /// </remarks>
    public string? IdempotencyKey { get; init; }

    /// <summary>
    /// Gets the headers, which are stored with the task and available to it as <see cref="TaskContext.Headers"/>. The default is empty.
    /// </summary>
    /// <remarks>
    /// A name has 1 to 200 characters from A-Z, a-z, 0-9, <c>.</c>, <c>_</c> and <c>-</c>, and does not start with <c>taskgen-</c>. All
    /// headers together are limited to <see cref="TaskGenOptions.MaxHeaderBytes"/>, which is 16,384 by default.
    /// </remarks>
    public IDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>
    /// Gets the id of the task, if the caller creates it. The queue of the id must be the queue that the task is dispatched to. The
    /// default, <see langword="null"/>, means that a new id is created.
    /// </summary>
    /// <remarks>
    /// A dispatch can be repeated with the same id: if a task with this id exists, no second task is created. Use this after a
    /// <see cref="TaskEnqueueUnknownException"/>. An id can be used for one task only, not for a dispatch of several tasks.
    /// </remarks>
    public TaskId? Id { get; init; }
}
