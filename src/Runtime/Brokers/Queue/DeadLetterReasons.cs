namespace TaskGen.Brokers;

/// <summary>
/// Lists the reason codes that are stored with dead letters. A released code never changes, because people who operate the system filter by
/// these codes.
/// </summary>
internal static class DeadLetterReasons
{
    /// <summary>The last permitted attempt failed.</summary>
    public const string RetriesExhausted = "retries-exhausted";
    /// <summary>An attempt failed with an exception that the task's retry policy excludes from retries.</summary>
    public const string NotRetryable = "not-retryable";
    /// <summary>The task method threw <see cref="TaskRejectedException"/>.</summary>
    public const string Rejected = "rejected";
    /// <summary>The envelope cannot be decoded.</summary>
    public const string Malformed = "malformed-envelope";
    /// <summary>No task with this wire name was registered with a worker within the grace period.</summary>
    public const string UnknownTask = "unknown-task";
    /// <summary>The payload cannot be deserialized as the task's arguments.</summary>
    public const string BadArguments = "bad-arguments";
    /// <summary>The payload is larger than the worker's limit.</summary>
    public const string Oversize = "oversize";
    /// <summary>The result cannot be serialized, or is larger than the limit.</summary>
    public const string ResultNotStorable = "result-not-storable";
    /// <summary>Too many worker crashes are attributed to the task (a poison task).</summary>
    public const string Poison = "poison";

    /// <summary>An unexpected error in TaskGen itself ended the task. The envelope is kept so that the defect can be found.</summary>
    public const string RuntimeError = "runtime-error";
}
