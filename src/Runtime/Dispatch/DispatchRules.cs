using TaskGen.Primitives;
using TaskGen.Serialization;

namespace TaskGen.Dispatch;

/// <summary>Checks the options of a dispatch and merges them with what the task declares.</summary>
internal static class DispatchRules
{
    public const int MaxRetry = 10_000;

    /// <exception cref="ArgumentException">One id was given for several tasks.</exception>
    public static void CheckCount(string name, EnqueueOptions options, int count)
    {
        if (options.Id is not null && count > 1)
        {
            throw Invalid(name, nameof(options.Id), $"Id names one task, but {count} are dispatched.");
        }
    }

    /// <summary>The home queue of a dispatch.</summary>
    /// <exception cref="ArgumentException">It is no valid name.</exception>
    public static string QueueOf(TaskDefaults defaults, EnqueueOptions options) =>
        options.Queue is null ? defaults.Queue : WireNames.Check(options.Queue, "queue", nameof(options.Queue));

    /// <summary>Checks everything that can be checked before the payload is written.</summary>
    /// <param name="name">The task's name on the wire.</param>
    /// <param name="defaults">What the task declares.</param>
    /// <param name="options">The options of the dispatch.</param>
    /// <param name="headers">The runtime's own headers; those of the options are added to them.</param>
    /// <param name="maxHeaderBytes">The most bytes that all headers may have.</param>
    /// <param name="atFront">Whether a running task dispatches it.</param>
    /// <exception cref="ArgumentException">An option is not valid.</exception>
    /// <exception cref="TaskPayloadTooLargeException">The headers are over the limit.</exception>
    public static DispatchTemplate CreateTemplate(
        string name, TaskDefaults defaults, EnqueueOptions options, Dictionary<string, string> headers, int maxHeaderBytes, bool atFront)
    {
        var queue = QueueOf(defaults, options);
        var retry = options.Retry ?? defaults.Retry.Retries;
        if (ProblemOf(options, queue, retry) is var (option, problem))
        {
            throw Invalid(name, option, problem);
        }

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
        return new DispatchTemplate
        {
            Name = name,
            Queue = queue,
            Headers = headers,
            Flags = (hasKey || !defaults.IgnoreResult ? EnvelopeFlags.HasRecord : 0)
                | (defaults.IgnoreResult ? 0 : EnvelopeFlags.KeepsResult)
                | (hasKey ? EnvelopeFlags.HasKey : 0),
            Priority = options.Priority ?? defaults.Priority,
            MaxAttempts = retry + 1,
            RecordTtl = TimeSpan.FromSeconds(defaults.ResultTtlSeconds),
            KeyTtl = TimeSpan.FromSeconds(defaults.IdempotencyTtlSeconds),
            Delay = options.Countdown,
            NotBefore = options.NotBefore,
            ExpiresAfter = options.ExpiresAt is null && defaults.ExpiresSeconds > 0 ? TimeSpan.FromSeconds(defaults.ExpiresSeconds) : null,
            ExpiresAt = options.ExpiresAt,
            AtFront = atFront,
        };
    }

    private static (string Option, string Problem)? ProblemOf(EnqueueOptions options, string queue, int retry) => options switch
    {
        _ when retry is < 0 or > MaxRetry => (nameof(options.Retry), $"Retry is {retry}; it must be 0 to {MaxRetry}."),
        { Countdown: not null, NotBefore: not null } => (nameof(options.Countdown), "Countdown and NotBefore cannot both be given."),
        { Countdown: { } countdown } when countdown < TimeSpan.Zero => (nameof(options.Countdown), "Countdown is negative."),
        { Priority: { } priority } when !Enum.IsDefined(priority) =>
            (nameof(options.Priority), $"Priority {priority} is not one of Low, Normal and High."),
        { IdempotencyKey.Length: 0 or > IdempotencyKeys.MaxExplicitLength } =>
            (nameof(options.IdempotencyKey), $"IdempotencyKey must have 1 to {IdempotencyKeys.MaxExplicitLength} characters."),
        { IdempotencyKey: { } key } when !Unicode.IsWellFormed(key) =>
            (nameof(options.IdempotencyKey), "IdempotencyKey has half of a surrogate pair and is no valid text."),
        { Id: { } id } when id.Queue != queue =>
            (nameof(options.Id), $"Id belongs to queue '{id.Queue}', but the dispatch goes to queue '{queue}'."),
        _ => ProblemOf(options.Headers) is { } problem ? (nameof(options.Headers), problem) : null,
    };

    private static string? ProblemOf(IDictionary<string, string> headers)
    {
        foreach (var (key, value) in headers)
        {
            var problem = key switch
            {
                _ when !WireNames.IsValid(key) =>
                    $"the header name '{WireNames.Show(key)}' must be 1 to {WireNames.MaxLength} characters "
                    + "out of A-Z, a-z, 0-9, '.', '_' and '-'.",
                _ when key.StartsWith(ReservedHeaders.Prefix, StringComparison.OrdinalIgnoreCase) =>
                    $"the header name '{key}' begins with '{ReservedHeaders.Prefix}', which is kept for the runtime.",
                _ when value is null || !Unicode.IsWellFormed(value) =>
                    $"the value of header '{key}' is null or has half of a surrogate pair.",
                _ => null,
            };
            if (problem is not null)
            {
                return problem;
            }
        }

        return null;
    }

    private static ArgumentException Invalid(string name, string option, string problem) =>
        new($"The options of this dispatch of task '{name}' are not valid: {problem}", option);
}
