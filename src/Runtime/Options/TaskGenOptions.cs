using TaskGen.Options;
using TaskGen.Primitives;

namespace TaskGen;

/// <summary>What holds for clients and workers alike. Both sides of a queue should agree on it.</summary>
public sealed class TaskGenOptions
{
    /// <summary>
    /// Keeps applications apart that share a broker: on Redis every key and channel begins with <c>tg:{namespace:queue}:</c>. Characters as
    /// in a queue's name. Default: <c>taskgen</c>.
    /// </summary>
    public string Namespace { get; set; } = "taskgen";

    /// <summary>How payloads and results are written and read.</summary>
    public TaskJsonOptions Json { get; } = new();

    /// <summary>The most bytes the arguments of one task may have. Default: 262,144.</summary>
    public int MaxPayloadBytes { get; set; } = 256 * 1024;

    /// <summary>The most bytes a result may have. Default: 262,144.</summary>
    public int MaxResultBytes { get; set; } = 256 * 1024;

    /// <summary>
    /// The most bytes that a task of a canvas is handed as the result of what came before it, such as those of a whole group. Default:
    /// 16,777,216.
    /// </summary>
    public int MaxInputBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>The most bytes the headers of one task may have in all; at most 65,535. Default: 16,384.</summary>
    public int MaxHeaderBytes { get; set; } = 16 * 1024;

    /// <summary>The most bytes one progress report may have. Default: 4,096.</summary>
    public int MaxProgressBytes { get; set; } = 4 * 1024;

    /// <summary>The most members that one group of a canvas may have. Default: 10,000.</summary>
    public int MaxGroupSize { get; set; } = 10_000;

    /// <summary>The most links that one chain of a canvas may have; a group is one link. Default: 1,000.</summary>
    public int MaxChainLength { get; set; } = 1_000;

    /// <summary>The most tasks that one canvas may have; groups and error handlers count too. Default: 100,000.</summary>
    public int MaxCanvasTasks { get; set; } = 100_000;

    /// <summary>How long dead letters are kept. Default: 30 days.</summary>
    public TimeSpan DeadLetterRetention { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How many dead letters a queue keeps; the oldest go first. Default: 100,000.</summary>
    public int MaxDeadLetters { get; set; } = 100_000;

    internal void Validate()
    {
        var errors = new OptionErrors("TaskGenOptions");
        errors.Require(
            WireNames.IsValid(Namespace),
            $"Namespace '{WireNames.Show(Namespace)}' must be 1 to {WireNames.MaxLength} characters out of A-Z, a-z, 0-9, '.', "
            + "'_' and '-'");
        errors.InRange(nameof(MaxPayloadBytes), MaxPayloadBytes, 2, 64 * 1024 * 1024);
        errors.InRange(nameof(MaxResultBytes), MaxResultBytes, 2, 64 * 1024 * 1024);
        errors.InRange(nameof(MaxInputBytes), MaxInputBytes, 2, 1024 * 1024 * 1024);
        errors.InRange(nameof(MaxHeaderBytes), MaxHeaderBytes, 0, ushort.MaxValue);
        errors.InRange(nameof(MaxProgressBytes), MaxProgressBytes, 64, 1024 * 1024);
        errors.InRange(nameof(MaxGroupSize), MaxGroupSize, 1, 100_000);
        errors.InRange(nameof(MaxChainLength), MaxChainLength, 1, 100_000);
        errors.InRange(nameof(MaxCanvasTasks), MaxCanvasTasks, 1, 1_000_000);
        errors.InRange(nameof(DeadLetterRetention), DeadLetterRetention, TimeSpan.FromMinutes(1), TimeSpan.FromDays(3650));
        errors.InRange(nameof(MaxDeadLetters), MaxDeadLetters, 0, 100_000_000);
        errors.ThrowIfAny();
    }
}
