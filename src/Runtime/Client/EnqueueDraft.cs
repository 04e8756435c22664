using System.Text.Json;
using TaskGen.Brokers;

namespace TaskGen;

/// <summary>What is the same for all payloads of one dispatch: the options, checked and merged with what the task declares.</summary>
internal sealed record EnqueueDraft
{
    public const int MaxRetry = 10_000;

    public required string Name { get; init; }

    public required string Queue { get; init; }

    public required TaskPriority Priority { get; init; }

    public required int MaxAttempts { get; init; }

    public required bool HasRecord { get; init; }

    public required EnvelopeFlags Flags { get; init; }

    public required TaskDefaults Defaults { get; init; }

    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    public required EnqueueOptions Options { get; init; }

    public bool AtFront { get; init; }

    /// <exception cref="ArgumentException">One id was given for several tasks.</exception>
    public static void CheckCount(string name, EnqueueOptions options, int count) =>
        Require(options.Id is null || count <= 1, nameof(options.Id), $"Id names one task, but {count} are dispatched.", name);

    /// <summary>The home queue of a dispatch.</summary>
    /// <exception cref="ArgumentException">It is no valid name.</exception>
    public static string QueueOf(TaskDefaults defaults, EnqueueOptions options) =>
        options.Queue is null ? defaults.Queue : WireNames.Check(options.Queue, "queue", nameof(options.Queue));

    /// <summary>Checks everything that can be checked before the payload is written.</summary>
    /// <exception cref="ArgumentException">An option is not valid.</exception>
    public static EnqueueDraft Create(string name, TaskDefaults defaults, EnqueueOptions options, Dictionary<string, string> headers, int maxHeaderBytes, bool atFront)
    {
        var queue = QueueOf(defaults, options);
        var retry = options.Retry ?? defaults.Retry.Retries;
        Require(retry is >= 0 and <= MaxRetry, nameof(options.Retry), $"Retry is {retry}; it must be 0 to {MaxRetry}.", name);
        Require(options.Countdown is null || options.NotBefore is null, nameof(options.Countdown), "Countdown and NotBefore cannot both be given.", name);
        Require(options.Countdown is null || options.Countdown >= TimeSpan.Zero, nameof(options.Countdown), "Countdown is negative.", name);
        Require(options.Priority is null || Enum.IsDefined(options.Priority.Value), nameof(options.Priority), $"Priority {options.Priority} is not one of Low, Normal and High.", name);
        Require(
            options.IdempotencyKey is null || options.IdempotencyKey.Length is > 0 and <= IdempotencyKeys.MaxExplicitLength,
            nameof(options.IdempotencyKey),
            $"IdempotencyKey must have 1 to {IdempotencyKeys.MaxExplicitLength} characters.",
            name);
        Require(
            options.IdempotencyKey is null || Unicode.IsWellFormed(options.IdempotencyKey),
            nameof(options.IdempotencyKey),
            "IdempotencyKey has half of a surrogate pair and is no valid text.",
            name);
        Require(
            options.Id is null || options.Id.Value.Queue == queue,
            nameof(options.Id),
            $"Id belongs to queue '{options.Id?.Queue}', but the dispatch goes to queue '{queue}'.",
            name);
        CheckHeaders(options.Headers, name);
        foreach (var (key, value) in options.Headers)
        {
            headers[key] = value;
        }

        var bytes = EnvelopeCodec.HeaderBytes(headers);
        if (bytes > maxHeaderBytes)
        {
            throw new TaskPayloadTooLargeException(name, "the headers", bytes, maxHeaderBytes);
        }

        var hasKey = defaults.Idempotent || options.IdempotencyKey is not null;
        var hasRecord = hasKey || !defaults.IgnoreResult;
        return new EnqueueDraft
        {
            Name = name,
            Queue = queue,
            Priority = options.Priority ?? defaults.Priority,
            MaxAttempts = retry + 1,
            HasRecord = hasRecord,
            Flags = (hasRecord ? EnvelopeFlags.HasRecord : 0) | (defaults.IgnoreResult ? 0 : EnvelopeFlags.KeepsResult) | (hasKey ? EnvelopeFlags.HasKey : 0),
            Defaults = defaults,
            Headers = headers,
            Options = options,
            AtFront = atFront,
        };
    }

    /// <summary>The same as a task of a canvas: what follows is told its result, whatever the task declares.</summary>
    public EnqueueDraft InCanvas() => this with { HasRecord = true, Flags = Flags | EnvelopeFlags.HasRecord | EnvelopeFlags.KeepsResult };

    /// <summary>The key by which equal dispatches find each other; null where none is wanted.</summary>
    public string? KeyOf<TTask, TArgs, TResult>(in TArgs payload, ReadOnlyMemory<byte> arguments, JsonSerializerOptions json)
        where TTask : ITaskDefinition<TArgs, TResult>
    {
        var name = IdempotencyKeys.NameFor(TTask.Name, TTask.Aliases);
        if (Options.IdempotencyKey is { } key)
        {
            return IdempotencyKeys.FromCaller(name, key);
        }

        return Defaults.Idempotent
            ? IdempotencyKeys.FromArguments(name, PayloadCodec.WriteKey<TTask, TArgs, TResult>(payload, arguments, json))
            : null;
    }

    /// <summary>Puts one payload into its envelope.</summary>
    public NewTask ToTask(Guid id, ReadOnlySpan<byte> arguments, string? idempotencyKey)
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
            RecordTtl = TimeSpan.FromSeconds(Defaults.ResultTtlSeconds),
            KeyTtl = TimeSpan.FromSeconds(Defaults.IdempotencyTtlSeconds),
            Delay = Options.Countdown,
            NotBefore = Options.NotBefore,
            ExpiresAt = Options.ExpiresAt,
            ExpiresAfter = Options.ExpiresAt is null && Defaults.ExpiresSeconds > 0 ? TimeSpan.FromSeconds(Defaults.ExpiresSeconds) : null,
            IdempotencyKey = idempotencyKey,
            AtFront = AtFront,
        };
    }

    private static void CheckHeaders(IDictionary<string, string> headers, string name)
    {
        foreach (var (key, value) in headers)
        {
            Require(WireNames.IsValid(key), nameof(EnqueueOptions.Headers), $"the header name '{WireNames.Show(key)}' must be 1 to {WireNames.MaxLength} characters out of A-Z, a-z, 0-9, '.', '_' and '-'.", name);
            Require(!key.StartsWith(ReservedHeaders.Prefix, StringComparison.OrdinalIgnoreCase), nameof(EnqueueOptions.Headers), $"the header name '{key}' begins with '{ReservedHeaders.Prefix}', which is kept for the runtime.", name);
            Require(value is not null && Unicode.IsWellFormed(value), nameof(EnqueueOptions.Headers), $"the value of header '{key}' is null or has half of a surrogate pair.", name);
        }
    }

    private static void Require(bool holds, string option, string problem, string name)
    {
        if (!holds)
        {
            throw new ArgumentException($"The options of this dispatch of task '{name}' are not valid: {problem}", option);
        }
    }
}
