using System.Globalization;

namespace TaskGen.Primitives;

/// <summary>Formats durations for messages, rounded to three significant digits at most.</summary>
internal static class Durations
{
    /// <summary>Returns a duration with its unit, such as <c>12.3 ms</c>, <c>4.6 s</c>, <c>3 min</c>, or <c>1.5 h</c>.</summary>
    public static string Show(TimeSpan duration) => duration switch
    {
        { Ticks: < 0 } => $"-{Show(duration == TimeSpan.MinValue ? TimeSpan.MaxValue : duration.Negate())}",
        { TotalMilliseconds: < 999.5 } => Round(duration.TotalMilliseconds, "ms"),
        { TotalSeconds: < 90 } => Round(duration.TotalSeconds, "s"),
        { TotalMinutes: < 90 } => Round(duration.TotalMinutes, "min"),
        { TotalHours: < 48 } => Round(duration.TotalHours, "h"),
        _ => Round(duration.TotalDays, "days"),
    };

    private static string Round(double value, string unit)
    {
        var digits = value < 10 ? 2 : value < 100 ? 1 : 0;
        return $"{Math.Round(value, digits).ToString("0.##", CultureInfo.InvariantCulture)} {unit}";
    }
}
