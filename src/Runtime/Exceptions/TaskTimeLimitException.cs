namespace TaskGen;

/// <summary>
/// An attempt reached a time limit. It counts as a failed attempt; name it, or <see cref="TimeoutException"/>, in
/// <see cref="RetryOnAttribute{TException}"/> to have it retried.
/// </summary>
/// <param name="reason">Which limit: <see cref="StopReason.SoftTimeLimit"/> or <see cref="StopReason.TimeLimit"/>.</param>
/// <param name="limit">The limit.</param>
public sealed class TaskTimeLimitException(StopReason reason, TimeSpan limit)
    : TimeoutException(
        $"The attempt reached its {(reason == StopReason.SoftTimeLimit ? "soft " : "")}time limit of {limit.TotalSeconds:0.###} s.")
{
    /// <summary>Which limit.</summary>
    public StopReason Reason { get; } = reason;

    /// <summary>The limit.</summary>
    public TimeSpan Limit { get; } = limit;
}
