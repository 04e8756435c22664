using TaskGen.Brokers;
using TaskGen.Serialization;

namespace TaskGen.Dispatch;

/// <summary>
/// A dispatched task except for its id, its arguments and its idempotency key. Each dispatch makes one for all its payloads, and each task
/// of a canvas holds one until its turn comes. <see cref="DispatchRules"/> makes it of options and declaration.
/// </summary>
internal sealed record DispatchTemplate
{
    /// <summary>The task's name on the wire.</summary>
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

    /// <summary>The same with one more header.</summary>
    public DispatchTemplate WithHeader(string key, string value) =>
        this with { Headers = new Dictionary<string, string>(Headers, StringComparer.Ordinal) { [key] = value } };

    /// <summary>Makes a task that a broker can enqueue.</summary>
    /// <param name="id">The id.</param>
    /// <param name="arguments">The arguments as one JSON object.</param>
    /// <param name="key">The idempotency key; null for none.</param>
    /// <param name="follow">Whom its end is told, besides those who watch it; null for nobody.</param>
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
