using System.Globalization;
using TaskGen.Generator.Diagnostics;

namespace TaskGen.Generator.Parsing;

/// <summary>The ranges that the documentation of the task's attribute gives.</summary>
internal static class TaskValueRules
{
    private const int MostRetries = 10_000;
    private const int OneYear = 31_536_000;
    private const double MostProgressInterval = 3_600;

    /// <summary>Whether every value is in its range.</summary>
    public static IEnumerable<RuleViolation> AreInRange(TaskMethod task)
    {
        var attribute = task.Attribute;
        var retry = AttributeReader.Read(attribute, "Retry", 0);
        if (retry is < 0 or > MostRetries)
        {
            yield return OutOfRange("Retry", retry, "0 to 10000");
        }

        var baseDelay = AttributeReader.Read(attribute, "RetryBaseDelaySeconds", 1D);
        var isBaseDelayInRange = baseDelay > 0 && !double.IsInfinity(baseDelay);
        if (!isBaseDelayInRange)
        {
            yield return OutOfRange("RetryBaseDelaySeconds", baseDelay, "above 0");
        }

        var maxDelay = AttributeReader.Read(attribute, "RetryMaxDelaySeconds", 60D);
        if (!(maxDelay > 0) || double.IsInfinity(maxDelay))
        {
            yield return OutOfRange("RetryMaxDelaySeconds", maxDelay, "at least RetryBaseDelaySeconds");
        }
        else if (isBaseDelayInRange && maxDelay < baseDelay)
        {
            // Whoever raises the first wait above the usual longest one meant to raise both; the one that is written is the one to point at.
            yield return AttributeReader.IsGiven(attribute, "RetryMaxDelaySeconds")
                ? OutOfRange("RetryMaxDelaySeconds", maxDelay, "at least RetryBaseDelaySeconds" + (AttributeReader.IsGiven(attribute, "RetryBaseDelaySeconds") ? "" : ", which is 1 by default"))
                : OutOfRange("RetryBaseDelaySeconds", baseDelay, "at most RetryMaxDelaySeconds, which is 60 by default");
        }

        foreach (var name in (string[])["IdempotencyTtlSeconds", "ResultTtlSeconds"])
        {
            var seconds = AttributeReader.Read(attribute, name, 1);
            if (seconds is < 1 or > OneYear)
            {
                yield return OutOfRange(name, seconds, "1 to 31536000");
            }
        }

        foreach (var name in (string[])["SoftTimeLimitSeconds", "TimeLimitSeconds", "ExpiresSeconds"])
        {
            var seconds = AttributeReader.Read(attribute, name, 0D);
            if (!(seconds is >= 0 and <= OneYear))
            {
                yield return OutOfRange(name, seconds, "0 to 31536000");
            }
        }

        var soft = AttributeReader.Read(attribute, "SoftTimeLimitSeconds", 0D);
        var hard = AttributeReader.Read(attribute, "TimeLimitSeconds", 0D);
        if (soft > 0 && hard > 0 && soft >= hard)
        {
            yield return OutOfRange("SoftTimeLimitSeconds", soft, "below TimeLimitSeconds");
        }

        var interval = AttributeReader.Read(attribute, "ProgressIntervalSeconds", 0.1);
        if (!(interval is >= 0 and <= MostProgressInterval))
        {
            yield return OutOfRange("ProgressIntervalSeconds", interval, "0 to 3600");
        }

        var priority = AttributeReader.Read(attribute, "Priority", 1);
        if (priority is < 0 or > 2)
        {
            yield return OutOfRange("Priority", priority, "Low, Normal or High");
        }

        RuleViolation OutOfRange(string name, IFormattable value, string range) =>
            new(Descriptors.ValueOutOfRange, task.LocationOf(name), task.Declaration, name, value.ToString(null, CultureInfo.InvariantCulture), range);
    }
}
