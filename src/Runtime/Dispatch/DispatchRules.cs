using TaskGen.Primitives;
using TaskGen.Serialization;

namespace TaskGen.Dispatch;

/// <summary>Validates the options of a dispatch and combines them with the settings that the task declares.</summary>
internal static class DispatchRules
{
    public const int MaxRetry = 10_000;

    /// <exception cref="ArgumentException">The options specify a task id, but several tasks are dispatched.</exception>
    public static void CheckCount(string name, EnqueueOptions options, int count)
    {
        if (options.Id is not null && count > 1)
        {
            throw Invalid(
                name,
                nameof(options.Id),
                $"Id is set, but {count} tasks are dispatched. Set an id only if a single task is dispatched.");
        }
    }

    /// <summary>Returns the name of the queue to which a task is dispatched (its home queue).</summary>
    /// <exception cref="ArgumentException">The name of the queue is not valid.</exception>
    public static string QueueOf(TaskDefaults defaults, EnqueueOptions options) =>
        options.Queue is null ? defaults.Queue : WireNames.Check(options.Queue, "queue", nameof(options.Queue));

    /// <summary>
    /// Creates the template of a dispatch, and validates all options that can be validated before the payload is written.
    /// </summary>
    /// <param name="name">The wire name of the task.</param>
    /// <param name="defaults">The settings that the task declares.</param>
    /// <param name="options">The options of the dispatch.</param>
    /// <param name="headers">The headers that TaskGen adds. The headers in the options are added to this dictionary.</param>
    /// <param name="maxHeaderBytes">The maximum total size of all headers, in bytes.</param>
    /// <param name="atFront">
    /// <see langword="true"/> if a running task dispatches the task, which then waits apart from the ordinary tasks of its queue;
    /// otherwise, <see langword="false"/>.
    /// </param>
    /// <exception cref="ArgumentException">An option is not valid.</exception>
    /// <exception cref="TaskPayloadTooLargeException">The total size of the headers exceeds the limit.</exception>
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
        _ when retry is < 0 or > MaxRetry => (nameof(options.Retry), $"Retry is {retry}. It must be between 0 and {MaxRetry}."),
        { Countdown: not null, NotBefore: not null } =>
            (nameof(options.Countdown), "Countdown and NotBefore are both set. Set only one of them."),
        { Countdown: { } countdown } when countdown < TimeSpan.Zero =>
            (nameof(options.Countdown), "Countdown is negative. It must be zero or more."),
        { Priority: { } priority } when !Enum.IsDefined(priority) =>
            (nameof(options.Priority), $"Priority {priority} does not exist. Use Low, Normal, or High."),
        { IdempotencyKey.Length: 0 or > IdempotencyKeys.MaxExplicitLength } =>
            (nameof(options.IdempotencyKey), $"IdempotencyKey must have 1 to {IdempotencyKeys.MaxExplicitLength} characters."),
        { IdempotencyKey: { } key } when !Unicode.IsWellFormed(key) =>
            (nameof(options.IdempotencyKey), "IdempotencyKey contains an unpaired surrogate. Use valid Unicode text."),
        { Id: { } id } when id.Queue != queue =>
            (
                nameof(options.Id),
                $"Id belongs to queue '{id.Queue}', but the task is dispatched to queue '{queue}'. "
                + $"Create the id with the queue name '{queue}'."),
        _ => ProblemOf(options.Headers) is { } problem ? (nameof(options.Headers), problem) : null,
    };

    private static string? ProblemOf(IDictionary<string, string> headers)
    {
        foreach (var (key, value) in headers)
        {
            var problem = key switch
            {
                _ when !WireNames.IsValid(key) =>
                    $"The header name '{WireNames.Show(key)}' is not valid. Use 1 to {WireNames.MaxLength} characters "
                    + "from A-Z, a-z, 0-9, '.', '_', and '-'.",
                _ when key.StartsWith(ReservedHeaders.Prefix, StringComparison.OrdinalIgnoreCase) =>
                    $"The header name '{key}' begins with '{ReservedHeaders.Prefix}', which is reserved for TaskGen. Use another name.",
                _ when value is null || !Unicode.IsWellFormed(value) =>
                    $"The value of header '{key}' is null or contains an unpaired surrogate. Use valid Unicode text.",
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
        new($"The options for this dispatch of task '{name}' are not valid. {problem}", option);
}
