namespace TaskGen.Brokers;

/// <summary>Why tasks end in the dead letters, as it is stored. Never changed once released: operators filter by them.</summary>
internal static class DeadLetterReasons
{
    public const string RetriesExhausted = "retries-exhausted";
    public const string NotRetryable = "not-retryable";
    public const string Rejected = "rejected";
    public const string Malformed = "malformed-envelope";
    public const string UnknownTask = "unknown-task";
    public const string BadArguments = "bad-arguments";
    public const string Oversize = "oversize";
    public const string ResultNotStorable = "result-not-storable";
    public const string Poison = "poison";

    /// <summary>The runtime itself failed on it: a defect of ours, with the bytes to find it by.</summary>
    public const string RuntimeError = "runtime-error";
}
