using TaskGen.Brokers;
using TaskGen.Serialization;

namespace TaskGen.Dispatch;

/// <summary>
/// Represents a task to dispatch, without its id, arguments, and idempotency key. A dispatch of several tasks uses one template for all
/// payloads. A canvas task stores its template until it starts. <see cref="DispatchRules"/> creates the template from the options of the
/// dispatch and the settings that the task declares.
/// </summary>
internal sealed record DispatchTemplate
{
    /// <summary>The wire name of the task.</summary>
    public required string Name { get; init; }

    /// <summary>The name of the queue to which the task is dispatched (its home queue).</summary>
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

    /// <summary>Returns a copy of the template with an additional header.</summary>
    public DispatchTemplate WithHeader(string key, string value) =>
        this with { Headers = new Dictionary<string, string>(Headers, StringComparer.Ordinal) { [key] = value } };

    /// <summary>Creates a task that the broker can enqueue.</summary>
    /// <param name="id">The id of the task.</param>
    /// <param name="arguments">The arguments as one JSON object.</param>
    /// <param name="key">The idempotency key; <see langword="null"/> if there is none.</param>
    /// <param name="follow">The canvas node to which the end of the task is reported; <see langword="null"/> if there is none.</param>
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
