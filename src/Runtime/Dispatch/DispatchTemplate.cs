using TaskGen.Brokers;
using TaskGen.Serialization;

namespace TaskGen.Dispatch;

/// <summary>
/// A dispatched task without its id, its arguments and its idempotency key. Each dispatch creates one template for all its payloads, and
/// each canvas task keeps one until it is started. <see cref="DispatchRules"/> creates it from the options and the declaration of the task.
/// </summary>
internal sealed record DispatchTemplate
{
    /// <summary>The wire name of the task.</summary>
    public required string Name { get; init; }

    /// <summary>The home queue.</summary>
    public required string Queue { get; init; }

    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    public required EnvelopeFlags Flags { get; init; }

    public required TaskPriority Priority { get; init; }

    public required int MaxAttempts { get; init; }

    /// <inheritdoc cref="NewTask.RecordTtl"/>
    public required TimeSpan RecordTtl { get; init; }

    /// <inheritdoc cref="NewTask.KeyTtl"/>
    public required TimeSpan KeyTtl { get; init; }

    /// <inheritdoc cref="NewTask.Delay"/>
    public TimeSpan? Delay { get; init; }

    /// <inheritdoc cref="NewTask.NotBefore"/>
    public DateTimeOffset? NotBefore { get; init; }

    /// <inheritdoc cref="NewTask.ExpiresAfter"/>
    public TimeSpan? ExpiresAfter { get; init; }

    /// <inheritdoc cref="NewTask.ExpiresAt"/>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <inheritdoc cref="NewTask.AtFront"/>
    public bool AtFront { get; init; }

    public bool HasRecord => (Flags & EnvelopeFlags.HasRecord) != 0;

    /// <summary>Gets a copy with one more header.</summary>
    public DispatchTemplate WithHeader(string key, string value) =>
        this with { Headers = new Dictionary<string, string>(Headers, StringComparer.Ordinal) { [key] = value } };

    /// <summary>Creates a task that a broker can enqueue.</summary>
    /// <param name="id">The id of the task.</param>
    /// <param name="arguments">The arguments as one JSON object.</param>
    /// <param name="key">The idempotency key; null if there is none.</param>
    /// <param name="follow">The node of a canvas to which the end of the task is reported; null if there is none.</param>
    public NewTask ToNewTask(Guid id, ReadOnlySpan<byte> arguments, string? key, CanvasPointer? follow = null)
    {
        var header = new EnvelopeHeader
        {
            Id = id,
            Version = EnvelopeHeader.CurrentVersion,
            Priority = Priority,
            Flags = Flags,
            MaxAttempts = (ushort)MaxAttempts,
        };
        return new NewTask
        {
            Id = id,
            Name = Name,
            Envelope = EnvelopeCodec.Encode(header, Name, Headers, arguments),
            Priority = Priority,
            MaxAttempts = MaxAttempts,
            HasRecord = HasRecord,
            RecordTtl = RecordTtl,
            KeyTtl = KeyTtl,
            Delay = Delay,
            NotBefore = NotBefore,
            ExpiresAfter = ExpiresAfter,
            ExpiresAt = ExpiresAt,
            IdempotencyKey = key,
            AtFront = AtFront,
            Follow = follow,
        };
    }
}
