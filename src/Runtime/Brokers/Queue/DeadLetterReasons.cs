namespace TaskGen.Brokers;

/// <summary>
/// Lists the reason codes that are stored with dead letters. A released code never changes, because operators filter by it.
/// </summary>
internal static class DeadLetterReasons
{
    /// <summary>The last permitted attempt failed.</summary>
    public const string RetriesExhausted = "retries-exhausted";
    /// <summary>An attempt failed with an exception that the retry policy of the task does not retry.</summary>
    public const string NotRetryable = "not-retryable";
    /// <summary>The handler threw <see cref="TaskRejectedException"/>.</summary>
    public const string Rejected = "rejected";
    /// <summary>The envelope cannot be decoded.</summary>
    public const string Malformed = "malformed-envelope";
    /// <summary>No worker registered the name of the task within the grace period.</summary>
    public const string UnknownTask = "unknown-task";
    /// <summary>The payload cannot be read as the parameters of the task.</summary>
    public const string BadArguments = "bad-arguments";
    /// <summary>The payload is larger than the limit of the worker.</summary>
    public const string Oversize = "oversize";
    /// <summary>The result cannot be serialized or is larger than the limit.</summary>
    public const string ResultNotStorable = "result-not-storable";
    /// <summary>The task was counted as the cause of too many worker crashes (a poison task).</summary>
    public const string Poison = "poison";

    /// <summary>An unexpected error in TaskGen itself ended the task. The envelope is kept so that the defect can be found.</summary>
    public const string RuntimeError = "runtime-error";
}
