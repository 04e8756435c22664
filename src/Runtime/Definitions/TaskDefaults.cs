using System.ComponentModel;

namespace TaskGen;

/// <summary>
/// Contains the values of a <see cref="TaskAttribute"/> as constants. Generated code creates it, and the runtime reads it.
/// </summary>
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

    /// <summary>
    /// Gets the policy that specifies how often, with which delays, and after which exceptions a failed attempt is retried.
    /// </summary>
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
