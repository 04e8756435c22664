using System.Globalization;
using TaskGen.Generator.Model;

namespace TaskGen.Generator.Emitting;

/// <summary>
/// Describes the settings of a task's <c>[Task]</c> attribute in sentences, for the documentation of the generated members.
/// </summary>
internal static class DeclaredSettings
{
    private const string DefaultQueue = "default";
    private const string DefaultIdempotencyTtl = "86400";

    /// <summary>Describes the wire name, the queue, and the priority of the task.</summary>
    public static string DescribeQueue(TaskModel task)
    {
        var queue = (Find(task, "Queue") ?? DefaultQueue).Trim('"');
        var priority = Find(task, "Priority") is { } level
            ? $" with {level.Substring(level.LastIndexOf('.') + 1).ToLowerInvariant()} priority"
            : "";
        return $"Runs as task <c>{task.WireName}</c> on queue <c>{queue}</c>{priority}.";
    }

    /// <summary>Describes the settings that differ from the defaults and that affect callers.</summary>
    /// <returns>The sentences; empty if there is no such setting.</returns>
    public static string Describe(TaskModel task)
    {
        var sentences = new List<string>();
        if (task.Retry is { Retries: not "0" } retry)
        {
            sentences.Add($"A failed attempt is retried {(retry.Retries == "1" ? "once" : $"up to {retry.Retries} times")}.");
        }

        if (Find(task, "SoftTimeLimitSeconds") is { } softLimit)
        {
            sentences.Add($"The cancellation token of an attempt is canceled after {Duration(softLimit)}.");
        }

        if (Find(task, "TimeLimitSeconds") is { } limit)
        {
            sentences.Add($"An attempt is abandoned after {Duration(limit)}.");
        }

        if (Find(task, "ExpiresSeconds") is { } expiry)
        {
            sentences.Add($"The task expires if it is still waiting for an attempt {Duration(expiry)} after its dispatch.");
        }

        if (task.IsIdempotent)
        {
            var ttl = Duration(Find(task, "IdempotencyTtlSeconds") ?? DefaultIdempotencyTtl);
            sentences.Add($"A dispatch with equal arguments joins the existing task until {ttl} after that task has succeeded.");
        }

        if (IgnoresResult(task))
        {
            sentences.Add("The result is not stored.");
        }

        return string.Join(" ", sentences);
    }

    /// <summary>Determines whether the result of the task is not stored.</summary>
    public static bool IgnoresResult(TaskModel task) => Find(task, "IgnoreResult") is not null;

    private static string? Find(TaskModel task, string name)
    {
        foreach (var setting in task.Settings)
        {
            if (setting.Name == name)
            {
                return setting.Value;
            }
        }

        return null;
    }

    // Uses the largest unit of which the duration is an integer multiple.
    private static string Duration(string literal)
    {
        var seconds = double.Parse(literal.TrimEnd('D'), CultureInfo.InvariantCulture);
        var (length, unit) = seconds switch
        {
            _ when seconds % 86_400 == 0 => (86_400, "day"),
            _ when seconds % 3_600 == 0 => (3_600, "hour"),
            _ when seconds % 60 == 0 => (60, "minute"),
            _ => (1, "second"),
        };
        var count = seconds / length;
        return $"{count.ToString(CultureInfo.InvariantCulture)} {unit}{(count == 1 ? "" : "s")}";
    }
}
