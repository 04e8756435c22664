namespace TaskGen.Tests;

/// <summary>The attributes of the scripted tasks.</summary>
internal static class Profiles
{
    internal readonly struct Plain : IProfile
    {
        public static string Name => "plain";

        public static TaskDefaults Defaults { get; } = new();
    }

    internal readonly struct Retrying : IProfile
    {
        public static string Name => "retrying";

        public static TaskDefaults Defaults { get; } =
            new() { Retry = new RetryPolicy(3, 1, 60, static exception => exception is not ArgumentException) };
    }

    internal readonly struct Idempotent : IProfile
    {
        public static string Name => "idempotent";

        public static TaskDefaults Defaults { get; } = new() { Idempotent = true, IdempotencyTtlSeconds = 3600 };
    }

    /// <summary>As clients of the version before know <see cref="Renamed"/>. No worker does.</summary>
    internal readonly struct Former : IProfile
    {
        public static string Name => "former";

        public static TaskDefaults Defaults => Renamed.Defaults;
    }

    /// <summary>As clients of the version between the two know <see cref="Renamed"/>. No worker does.</summary>
    internal readonly struct Between : IProfile
    {
        public static string Name => "between";

        public static IReadOnlyList<string> Aliases => ["former"];

        public static TaskDefaults Defaults => Renamed.Defaults;
    }

    internal readonly struct Renamed : IProfile
    {
        public static string Name => "renamed";

        public static IReadOnlyList<string> Aliases { get; } = ["former", "between"];

        public static TaskDefaults Defaults { get; } = new() { Idempotent = true, Retry = new RetryPolicy(1, 1, 60, static _ => true) };
    }

    internal readonly struct Ignored : IProfile
    {
        public static string Name => "ignored";

        public static TaskDefaults Defaults { get; } = new() { IgnoreResult = true };
    }

    internal readonly struct Limited : IProfile
    {
        public static string Name => "limited";

        public static TaskDefaults Defaults { get; } = new() { SoftTimeLimitSeconds = 10, TimeLimitSeconds = 20 };
    }

    internal readonly struct Expiring : IProfile
    {
        public static string Name => "expiring";

        public static TaskDefaults Defaults { get; } = new() { ExpiresSeconds = 30 };
    }

    internal readonly struct Cpu : IProfile
    {
        public static string Name => "cpu";

        public static TaskDefaults Defaults { get; } = new() { Queue = "cpu" };
    }

    internal readonly struct LimitedRetrying : IProfile
    {
        public static string Name => "limited-retrying";

        public static TaskDefaults Defaults { get; } = new()
        {
            SoftTimeLimitSeconds = 10,
            TimeLimitSeconds = 20,
            Retry = new RetryPolicy(1, 1, 60, static _ => true),
        };
    }

    internal readonly struct CpuLimited : IProfile
    {
        public static string Name => "cpu-limited";

        public static TaskDefaults Defaults { get; } = new() { Queue = "cpu", TimeLimitSeconds = 20 };
    }

    internal readonly struct Endless : IProfile
    {
        public static string Name => "endless";

        public static TaskDefaults Defaults { get; } = new() { SoftTimeLimitSeconds = 60 * 86_400, TimeLimitSeconds = 90 * 86_400 };
    }

    internal readonly struct Reporting : IProfile
    {
        public static string Name => "reporting";

        public static TaskDefaults Defaults { get; } = new() { ProgressIntervalSeconds = 1, TimeLimitSeconds = 600 };
    }

    internal readonly struct ShortLived : IProfile
    {
        public static string Name => "short-lived";

        public static TaskDefaults Defaults { get; } = new() { ResultTtlSeconds = 60 };
    }

    internal readonly struct Picky : IProfile
    {
        public static string Name => "picky";

        public static TaskDefaults Defaults { get; } =
            new() { Retry = new RetryPolicy(2, 0, 60, static exception => exception is HttpRequestException) };
    }
}
