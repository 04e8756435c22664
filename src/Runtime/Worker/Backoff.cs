namespace TaskGen.Worker;

/// <summary>
/// Calculates the delay before a retry: <c>min(base * 2^n, max)</c>, where n is the number of previous retries, plus a jitter of 10 to 30
/// percent.
/// </summary>
internal static class Backoff
{
    private const double LeastJitter = 0.1;
    private const double JitterRange = 0.2;

    /// <summary>
    /// The maximum delay without jitter, in seconds. It is longer than any practical delay, and with jitter it is still a valid
    /// <see cref="TimeSpan"/>.
    /// </summary>
    private const double LongestSeconds = 1e11;

    /// <summary>Calculates the delay after a failed attempt.</summary>
    /// <param name="attempt">The number of the failed attempt, starting at 1.</param>
    /// <param name="policy">The retry policy of the task.</param>
    /// <param name="chance">A random number between 0 and 1, which determines the jitter.</param>
    public static TimeSpan Delay(int attempt, RetryPolicy policy, double chance)
    {
        // For a large n, 2^n is infinite, and Math.Min returns the maximum delay. A base delay of 0 is handled separately, because 0 times
        // infinity is not a number.
        var doubled = policy.BaseDelaySeconds > 0 ? policy.BaseDelaySeconds * Math.Pow(2, attempt - 1) : 0;
        var delay = Math.Min(Math.Min(doubled, policy.MaxDelaySeconds), LongestSeconds);
        return TimeSpan.FromSeconds(delay * (1 + LeastJitter + (JitterRange * chance)));
    }
}
