using TaskGen.Dispatch;
using TaskGen.Serialization;

namespace TaskGen.Tests;

internal static class Templates
{
    /// <summary>A template without anything that can be left out.</summary>
    public static DispatchTemplate Least(string name = "t", string queue = "default") => new()
    {
        Name = name,
        Queue = queue,
        Headers = new Dictionary<string, string>(),
        Flags = EnvelopeFlags.HasRecord,
        Priority = TaskPriority.Low,
        MaxAttempts = 1,
        RecordTtl = TimeSpan.FromDays(1),
        KeyTtl = TimeSpan.FromDays(1),
    };
}
