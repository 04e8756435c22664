namespace TaskGen.Brokers;

/// <summary>
/// Arithmetic on the broker's time that ends at the end of time instead of throwing: a delay of TimeSpan.MaxValue is a valid delay.
/// </summary>
internal static class BrokerTime
{
    public static DateTimeOffset Add(DateTimeOffset time, TimeSpan span)
    {
        if (span >= DateTimeOffset.MaxValue - time)
        {
            return DateTimeOffset.MaxValue;
        }

        return span <= DateTimeOffset.MinValue - time ? DateTimeOffset.MinValue : time + span;
    }

    /// <summary>A deadline as an envelope stores it. Never 0, which stands for "never".</summary>
    public static long ToDeadline(DateTimeOffset time) => Math.Max(1, time.ToUnixTimeMilliseconds());

    /// <summary>A deadline out of an envelope, whose bytes may hold anything.</summary>
    public static DateTimeOffset FromDeadline(long milliseconds) =>
        milliseconds > DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.MaxValue
            : DateTimeOffset.FromUnixTimeMilliseconds(Math.Max(0, milliseconds));
}
