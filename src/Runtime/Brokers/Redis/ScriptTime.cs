namespace TaskGen.Brokers.Redis;

/// <summary>Times as scripts have them: whole milliseconds, up to the last one that can be read back.</summary>
internal static class ScriptTime
{
    private const long Longest = 100L * 365 * 24 * 3600 * 1000;

    private static readonly long Last = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    public static DateTimeOffset FromMilliseconds(long milliseconds) =>
        milliseconds >= Last ? DateTimeOffset.MaxValue : DateTimeOffset.FromUnixTimeMilliseconds(Math.Max(0, milliseconds));

    /// <summary>A wait, never cut short.</summary>
    public static long Wait(TimeSpan span) => (long)Math.Ceiling(span.TotalMilliseconds);

    /// <summary>A time before which nothing may start, never too early.</summary>
    public static long NotBefore(DateTimeOffset time)
    {
        var milliseconds = time.ToUnixTimeMilliseconds();
        return time.Ticks % TimeSpan.TicksPerMillisecond == 0 ? milliseconds : Math.Min(milliseconds + 1, Last);
    }

    /// <summary>How long a key is kept, within what Redis takes.</summary>
    public static long Ttl(TimeSpan span) => Math.Clamp(Wait(span), 0, Longest);
}
