using TaskGen.Generator.CSharpText;

namespace TaskGen.Generator.Symbols;

/// <summary>
/// Lists the properties of the <c>[Task]</c> attribute with their names, types, defaults, and ranges. A test compares the list with the
/// attribute.
/// </summary>
internal static class TaskSettings
{
    private const int OneYear = 31_536_000;

    private static readonly ValueRange Lifetime = new(1, OneYear, "a value from 1 to 31,536,000");
    private static readonly ValueRange TimeLimit = new(0, OneYear, "a value from 0 to 31,536,000");

    public static TaskSetting<string?> Name { get; } = new("Name", null, static name => name is null ? "null" : Literals.Of(name));

    public static TaskSetting<string> Queue { get; } = new("Queue", "default", Literals.Of);

    public static TaskSetting<int> Priority { get; } = new("Priority", 1, WritePriority, new ValueRange(0, 2, "Low, Normal, or High"));

    public static TaskSetting<bool> Idempotent { get; } = Flag("Idempotent");

    public static TaskSetting<int> IdempotencyTtlSeconds { get; } = Whole("IdempotencyTtlSeconds", 86_400, Lifetime);

    public static TaskSetting<int> Retry { get; } = Whole("Retry", 0, new ValueRange(0, 10_000, "a value from 0 to 10,000"));

    public static TaskSetting<double> RetryBaseDelaySeconds { get; } =
        Seconds("RetryBaseDelaySeconds", 1, ValueRange.Positive("a value greater than 0"));

    public static TaskSetting<double> RetryMaxDelaySeconds { get; } =
        Seconds("RetryMaxDelaySeconds", 60, ValueRange.Positive("a value of at least RetryBaseDelaySeconds"));

    public static TaskSetting<double> SoftTimeLimitSeconds { get; } = Seconds("SoftTimeLimitSeconds", 0, TimeLimit);

    public static TaskSetting<double> TimeLimitSeconds { get; } = Seconds("TimeLimitSeconds", 0, TimeLimit);

    public static TaskSetting<double> ExpiresSeconds { get; } = Seconds("ExpiresSeconds", 0, TimeLimit);

    public static TaskSetting<int> ResultTtlSeconds { get; } = Whole("ResultTtlSeconds", 86_400, Lifetime);

    public static TaskSetting<bool> IgnoreResult { get; } = Flag("IgnoreResult");

    public static TaskSetting<double> ProgressIntervalSeconds { get; } =
        Seconds("ProgressIntervalSeconds", 0.1, new ValueRange(0, 3_600, "a value from 0 to 3,600"));

    /// <summary>All properties, in the order of their declaration in the attribute.</summary>
    public static IReadOnlyList<TaskSetting> All { get; } =
    [
        Name, Queue, Priority, Idempotent, IdempotencyTtlSeconds, Retry, RetryBaseDelaySeconds, RetryMaxDelaySeconds,
        SoftTimeLimitSeconds, TimeLimitSeconds, ExpiresSeconds, ResultTtlSeconds, IgnoreResult, ProgressIntervalSeconds,
    ];

    /// <summary>
    /// The properties that generated code sets under the same name: all properties except the wire name and the retry settings.
    /// </summary>
    public static IReadOnlyList<TaskSetting> Repeated { get; } =
    [
        Queue, Priority, Idempotent, IdempotencyTtlSeconds, SoftTimeLimitSeconds, TimeLimitSeconds, ExpiresSeconds,
        ResultTtlSeconds, IgnoreResult, ProgressIntervalSeconds,
    ];

    private static TaskSetting<bool> Flag(string name) => new(name, false, static value => value ? "true" : "false");

    private static TaskSetting<int> Whole(string name, int missing, ValueRange range) => new(name, missing, Literals.Of, range);

    private static TaskSetting<double> Seconds(string name, double missing, ValueRange range) => new(name, missing, Literals.Of, range);

    private static string WritePriority(int value) =>
        "global::TaskGen.TaskPriority." + value switch { 0 => "Low", 1 => "Normal", _ => "High" };
}
