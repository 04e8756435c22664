using System.Globalization;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Declaration;

/// <summary>
/// The rules for the values of the <c>[Task]</c> attribute: the range of each value, and values that depend on each other.
/// </summary>
internal static class TaskValueRules
{
    /// <summary>Finds the values that are out of range.</summary>
    public static IEnumerable<RuleViolation> AreInRange(TaskMethod task)
    {
        foreach (var setting in TaskSettings.All)
        {
            if (setting.FindOutOfRange(task.Attribute) is { } value)
            {
                yield return OutOfRange(task, setting, value, setting.Range!.Description);
            }
        }

        if (FindCrossedDelays(task) is { } crossed)
        {
            yield return crossed;
        }

        var soft = TaskSettings.SoftTimeLimitSeconds.Read(task.Attribute);
        var hard = TaskSettings.TimeLimitSeconds.Read(task.Attribute);
        if (soft > 0 && hard > 0 && soft >= hard)
        {
            yield return OutOfRange(task, TaskSettings.SoftTimeLimitSeconds, soft, "a value less than TimeLimitSeconds");
        }
    }

    private static RuleViolation? FindCrossedDelays(TaskMethod task)
    {
        var attribute = task.Attribute;
        var (first, longest) = (TaskSettings.RetryBaseDelaySeconds, TaskSettings.RetryMaxDelaySeconds);
        if (first.FindOutOfRange(attribute) is not null
            || longest.FindOutOfRange(attribute) is not null
            || longest.Read(attribute) >= first.Read(attribute))
        {
            return null;
        }

        // The diagnostic is reported on RetryMaxDelaySeconds if it is set. Otherwise, RetryBaseDelaySeconds exceeds the default of
        // RetryMaxDelaySeconds and is reported.
        var isByDefault = first.IsGiven(attribute) ? "" : ", which is 1 by default";
        return longest.IsGiven(attribute)
            ? OutOfRange(task, longest, longest.Read(attribute), longest.Range!.Description + isByDefault)
            : OutOfRange(task, first, first.Read(attribute), "a value of at most RetryMaxDelaySeconds, which is 60 by default");
    }

    private static RuleViolation OutOfRange(TaskMethod task, TaskSetting setting, IFormattable value, string range) => new(
        Descriptors.ValueOutOfRange,
        task.LocationOf(setting),
        task.Declaration,
        setting.Name,
        value.ToString(null, CultureInfo.InvariantCulture),
        range);
}
