namespace TaskGen.Worker;

/// <summary>
/// Calculates the delay before a retry: <c>min(base * 2^n, max)</c> for retry n, counted from 0, plus a jitter of 10 to 30 percent.
/// </summary>
internal static class Backoff
{
    private const double LeastJitter = 0.1;
    private const double JitterRange = 0.2;

    /// <summary>
    /// A limit that is longer than any practical delay and is a valid <see cref="TimeSpan"/> even with the jitter, in seconds.
    /// </summary>
    private const double LongestSeconds = 1e11;

    /// <summary>Calculates the delay after a failed attempt.</summary>
    /// <param name="attempt">The number of the failed attempt, starting at 1.</param>
    /// <param name="policy">The retry policy of the task.</param>
    /// <param name="chance">A random number from 0 to 1 for the jitter.</param>
    public static TimeSpan Delay(int attempt, RetryPolicy policy, double chance)
    {
        // For a large n, 2^n is infinite, and the minimum with the maximum delay is the maximum delay. A base delay of 0 is handled
        // separately, because 0 times infinity is not a number.
        var doubled = policy.BaseDelaySeconds > 0 ? policy.BaseDelaySeconds * Math.Pow(2, attempt - 1) : 0;
        var delay = Math.Min(Math.Min(doubled, policy.MaxDelaySeconds), LongestSeconds);
        return TimeSpan.FromSeconds(delay * (1 + LeastJitter + (JitterRange * chance)));
    }
}
