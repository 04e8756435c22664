namespace TaskGen.Brokers;

/// <summary>
/// Provides time calculations whose results are clamped to the smallest or largest <see cref="DateTimeOffset"/> instead of overflowing,
/// because a delay of <see cref="TimeSpan.MaxValue"/> is valid.
/// </summary>
internal static class BrokerTime
{
    /// <summary>Adds a time span to a time. An out-of-range sum is replaced with the smallest or largest time.</summary>
    public static DateTimeOffset Add(DateTimeOffset time, TimeSpan span)
    {
        if (span >= DateTimeOffset.MaxValue - time)
        {
            return DateTimeOffset.MaxValue;
        }

        return span <= DateTimeOffset.MinValue - time ? DateTimeOffset.MinValue : time + span;
    }

    /// <summary>
    /// Converts a deadline to the value that an envelope stores: milliseconds since 1970, at least 1, because 0 means that the task never
    /// expires.
    /// </summary>
    public static long ToDeadline(DateTimeOffset time) => Math.Max(1, time.ToUnixTimeMilliseconds());

    /// <summary>
    /// Converts a deadline read from an envelope. An out-of-range value is replaced with the nearest valid time, because an envelope can
    /// contain arbitrary bytes.
    /// </summary>
    public static DateTimeOffset FromDeadline(long milliseconds) =>
        milliseconds > DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.MaxValue
            : DateTimeOffset.FromUnixTimeMilliseconds(Math.Max(0, milliseconds));
}
