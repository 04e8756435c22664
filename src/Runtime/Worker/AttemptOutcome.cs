using TaskGen.Brokers;
using TaskGen.Exceptions;

namespace TaskGen.Worker;

/// <summary>
/// Represents the outcome of a failed or stopped attempt, from which its settlement is created. The outcome is computed by a pure function,
/// so that each rule can be tested without a worker.
/// </summary>
/// <param name="Kind">
/// The kind of the settlement; <see langword="null"/> if this worker has lost the lease and cannot settle the task.
/// </param>
/// <param name="Reason">The reason to store in the record or with the dead letter.</param>
/// <param name="Delay">The time until the task can start again after a retry or a snooze.</param>
/// <param name="Exception">The exception to store as the failure; <see langword="null"/> if none is stored.</param>
internal readonly record struct AttemptOutcome(
    SettlementKind? Kind, string? Reason = null, TimeSpan Delay = default, Exception? Exception = null)
{
    /// <summary>
    /// The outcome of an attempt that lost a resource lease while its worker still holds the task. The task is returned to the queue, and
    /// the attempt is not counted.
    /// </summary>
    public static AttemptOutcome LostResource { get; } = new(SettlementKind.HandBack);

    /// <summary>Determines the outcome of an attempt that threw an exception.</summary>
    /// <param name="exception">The exception that the attempt threw.</param>
    /// <param name="stop">The reason why the cancellation token was canceled, if it was canceled.</param>
    /// <param name="cancelReason">The reason given by the caller that canceled the task; <see langword="null"/> if none was given.</param>
    /// <param name="attempt">The number of the attempt, starting at 1.</param>
    /// <param name="maxAttempts">The maximum number of attempts.</param>
    /// <param name="defaults">The options that the task declares.</param>
    /// <param name="chance">A random number between 0 and 1, which determines the jitter.</param>
    public static AttemptOutcome Of(
        Exception exception, StopReason stop, string? cancelReason, int attempt, int maxAttempts, TaskDefaults defaults, double chance)
    {
        switch (stop)
        {
            case StopReason.LeaseLost:
                return new(null);
            case StopReason.Canceled:
                return new(SettlementKind.Canceled, cancelReason);
            case StopReason.Shutdown:
                return new(SettlementKind.HandBack);
            case StopReason.SoftTimeLimit or StopReason.TimeLimit when exception is OperationCanceledException:
                var seconds = stop == StopReason.TimeLimit ? defaults.TimeLimitSeconds : defaults.SoftTimeLimitSeconds;
                exception = new TaskTimeLimitException(stop, TimeSpan.FromSeconds(seconds));
                break;
        }

        return exception switch
        {
            TaskSnoozeException snooze => new(SettlementKind.Snooze, Delay: snooze.Delay),
            TaskRejectedException => new(SettlementKind.Failed, DeadLetterReasons.Rejected, Exception: exception),
            UnreadablePayloadException unreadable =>
                new(SettlementKind.Failed, DeadLetterReasons.BadArguments, Exception: unreadable.Cause),
            TaskResultException => new(SettlementKind.Failed, DeadLetterReasons.ResultNotStorable, Exception: exception),
            TaskRetryException retry when attempt < maxAttempts => new(SettlementKind.Retry, null, retry.Delay, exception),
            TaskRetryException => new(SettlementKind.Failed, DeadLetterReasons.RetriesExhausted, Exception: exception),
            _ when !defaults.Retry.ShouldRetry(exception) =>
                new(SettlementKind.Failed, DeadLetterReasons.NotRetryable, Exception: exception),
            _ when attempt < maxAttempts => new(SettlementKind.Retry, null, Backoff.Delay(attempt, defaults.Retry, chance), exception),
            _ => new(SettlementKind.Failed, DeadLetterReasons.RetriesExhausted, Exception: exception),
        };
    }
}
