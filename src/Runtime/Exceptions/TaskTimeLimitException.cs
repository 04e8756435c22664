namespace TaskGen;

/// <summary>The exception that is recorded as the failure of an attempt that reached a time limit.</summary>
/// <remarks>
/// The attempt is counted and retried like any other failed attempt. If the task has <see cref="RetryOnAttribute{TException}"/>, apply the
/// attribute for this type or for <see cref="TimeoutException"/> to retry after a time limit.
/// </remarks>
/// <param name="reason">The limit that was reached: <see cref="StopReason.SoftTimeLimit"/> or <see cref="StopReason.TimeLimit"/>.</param>
/// <param name="limit">The duration of the limit.</param>
public sealed class TaskTimeLimitException(StopReason reason, TimeSpan limit)
    : TimeoutException(
        $"The attempt reached its {(reason == StopReason.SoftTimeLimit ? "soft " : "")}time limit of {limit.TotalSeconds:0.###} s.")
{
    /// <summary>Gets the limit that was reached: <see cref="StopReason.SoftTimeLimit"/> or <see cref="StopReason.TimeLimit"/>.</summary>
    public StopReason Reason { get; } = reason;

    /// <summary>Gets the duration of the limit.</summary>
    public TimeSpan Limit { get; } = limit;
}
