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

        public static TaskDefaults Defaults { get; } = new() { Retry = new RetryPolicy(3, 1, 60, static exception => exception is not ArgumentException) };
    }

    internal readonly struct Idempotent : IProfile
    {
        public static string Name => "idempotent";

        public static TaskDefaults Defaults { get; } = new() { Idempotent = true, IdempotencyTtlSeconds = 3600 };
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
}
