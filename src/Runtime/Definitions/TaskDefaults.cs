using System.ComponentModel;

namespace TaskGen;

/// <summary>What a task's <see cref="TaskAttribute"/> says, as constants. Written by generated code, read by the runtime.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record TaskDefaults
{
    /// <inheritdoc cref="TaskAttribute.Queue"/>
    public string Queue { get; init; } = "default";

    /// <inheritdoc cref="TaskAttribute.Priority"/>
    public TaskPriority Priority { get; init; } = TaskPriority.Normal;

    /// <inheritdoc cref="TaskAttribute.Idempotent"/>
    public bool Idempotent { get; init; }

    /// <inheritdoc cref="TaskAttribute.IdempotencyTtlSeconds"/>
    public int IdempotencyTtlSeconds { get; init; } = 86_400;

    /// <summary>How often, after which waits and on which exceptions a failed attempt is repeated.</summary>
    public RetryPolicy Retry { get; init; } = RetryPolicy.None;

    /// <inheritdoc cref="TaskAttribute.SoftTimeLimitSeconds"/>
    public double SoftTimeLimitSeconds { get; init; }

    /// <inheritdoc cref="TaskAttribute.TimeLimitSeconds"/>
    public double TimeLimitSeconds { get; init; }

    /// <inheritdoc cref="TaskAttribute.ExpiresSeconds"/>
    public double ExpiresSeconds { get; init; }

    /// <inheritdoc cref="TaskAttribute.ResultTtlSeconds"/>
    public int ResultTtlSeconds { get; init; } = 86_400;

    /// <inheritdoc cref="TaskAttribute.IgnoreResult"/>
    public bool IgnoreResult { get; init; }

    /// <inheritdoc cref="TaskAttribute.ProgressIntervalSeconds"/>
    public double ProgressIntervalSeconds { get; init; } = 0.1;
}
