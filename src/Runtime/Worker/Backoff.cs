namespace TaskGen.Worker;

/// <summary>
/// The wait before a retry: <c>min(base * 2^n, max)</c> for the n-th retry from 0, and 10 to 30 % of it as jitter on top.
/// </summary>
internal static class Backoff
{
    private const double LeastJitter = 0.1;
    private const double JitterRange = 0.2;

    /// <summary>Far beyond every real wait, and still a valid <see cref="TimeSpan"/> with its jitter.</summary>
    private const double LongestSeconds = 1e11;

    /// <param name="attempt">The attempt that has just failed, from 1.</param>
    /// <param name="policy">The task's policy.</param>
    /// <param name="chance">A number from 0 to 1.</param>
    public static TimeSpan Delay(int attempt, RetryPolicy policy, double chance)
    {
        // 2^n is infinite for large n, and the smaller of infinity and the maximum is the maximum.
        // Nothing doubled stays nothing, though 0 times infinity is no number.
        var doubled = policy.BaseDelaySeconds > 0 ? policy.BaseDelaySeconds * Math.Pow(2, attempt - 1) : 0;
        var delay = Math.Min(Math.Min(doubled, policy.MaxDelaySeconds), LongestSeconds);
        return TimeSpan.FromSeconds(delay * (1 + LeastJitter + (JitterRange * chance)));
    }
}
