namespace TaskGen.Generator.Model;

/// <summary>Specifies how failed attempts are retried. Exception types that an earlier type in the lists covers are omitted.</summary>
/// <param name="Retries">The literal of the number of retries.</param>
/// <param name="BaseDelay">The literal of the delay before the first retry, in seconds.</param>
/// <param name="MaxDelay">The literal of the maximum delay before a retry, in seconds.</param>
/// <param name="GiveUpOn">The exception types after which a task is never retried.</param>
/// <param name="RetryOn">The exception types after which a task is retried.</param>
/// <param name="Otherwise">
/// <see langword="true"/> if a task is retried after all other exceptions; otherwise, <see langword="false"/>.
/// </param>
/// <param name="IsExhaustive"><see langword="true"/> if the listed types cover every exception; otherwise, <see langword="false"/>.</param>
internal sealed record RetryModel(
    string Retries,
    string BaseDelay,
    string MaxDelay,
    EquatableArray<string> GiveUpOn,
    EquatableArray<string> RetryOn,
    bool Otherwise,
    bool IsExhaustive);
