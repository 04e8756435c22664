namespace TaskGen.Generator.Model;

/// <summary>How failed attempts are retried. Exception types that an earlier type covers are omitted.</summary>
/// <param name="Retries">The literal of the number of retries.</param>
/// <param name="BaseDelay">The literal of the delay before the first retry, in seconds.</param>
/// <param name="MaxDelay">The literal of the longest delay before a retry, in seconds.</param>
/// <param name="GiveUpOn">The exception types that are never retried.</param>
/// <param name="RetryOn">The exception types that are retried.</param>
/// <param name="Otherwise">Whether all other exceptions are retried.</param>
/// <param name="IsExhaustive">Whether the listed types cover every exception.</param>
internal sealed record RetryModel(
    string Retries,
    string BaseDelay,
    string MaxDelay,
    EquatableArray<string> GiveUpOn,
    EquatableArray<string> RetryOn,
    bool Otherwise,
    bool IsExhaustive);
