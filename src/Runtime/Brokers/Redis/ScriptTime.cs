namespace TaskGen.Brokers.Redis;

/// <summary>
/// Converts times to and from the whole milliseconds that scripts use. The latest time is the last millisecond of the year 9999.
/// </summary>
internal static class ScriptTime
{
    private const long Longest = 100L * 365 * 24 * 3600 * 1000;

    private static readonly long Last = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    public static DateTimeOffset FromMilliseconds(long milliseconds) =>
        milliseconds >= Last ? DateTimeOffset.MaxValue : DateTimeOffset.FromUnixTimeMilliseconds(Math.Max(0, milliseconds));

    /// <summary>Returns a duration in milliseconds, rounded up.</summary>
    public static long Wait(TimeSpan span) => (long)Math.Ceiling(span.TotalMilliseconds);

    /// <summary>Returns a time in milliseconds since 1970, rounded up, so that a task never starts before the specified time.</summary>
    public static long NotBefore(DateTimeOffset time)
    {
        var milliseconds = time.ToUnixTimeMilliseconds();
        return time.Ticks % TimeSpan.TicksPerMillisecond == 0 ? milliseconds : Math.Min(milliseconds + 1, Last);
    }

    /// <summary>Returns the time to live of a key in milliseconds, limited to the range from 0 to 100 years, which Redis accepts.</summary>
    public static long Ttl(TimeSpan span) => Math.Clamp(Wait(span), 0, Longest);
}
