using TaskGen.Brokers;
using TaskGen.Exceptions;

namespace TaskGen.Worker;

/// <summary>From what an attempt threw to what becomes of the task: pure, so that every rule can be tested without a worker.</summary>
/// <param name="Kind">What becomes of it; null: it is no longer this worker's to say.</param>
/// <param name="Reason">The reason to store.</param>
/// <param name="Delay">The wait of a retry or a snooze.</param>
/// <param name="Exception">What to store as its failure.</param>
internal readonly record struct AttemptOutcome(
    SettlementKind? Kind, string? Reason = null, TimeSpan Delay = default, Exception? Exception = null)
{
    /// <summary>It lost a lease of a resource, and the task itself is still held: it goes back, and nothing is counted.</summary>
    public static AttemptOutcome LostResource { get; } = new(SettlementKind.HandBack);

    /// <param name="exception">What was thrown.</param>
    /// <param name="stop">Why the token was canceled, if it was.</param>
    /// <param name="cancelReason">The words of whoever canceled.</param>
    /// <param name="attempt">The attempt, from 1.</param>
    /// <param name="maxAttempts">How many there are.</param>
    /// <param name="defaults">What the task declares.</param>
    /// <param name="chance">A number from 0 to 1, for the jitter.</param>
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
