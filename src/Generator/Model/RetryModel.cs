namespace TaskGen.Generator.Model;

/// <summary>How a failed attempt is repeated. Types that an earlier one covers are left out already.</summary>
/// <param name="Retries">The literal of the number of retries.</param>
/// <param name="BaseDelay">The literal of the first wait.</param>
/// <param name="MaxDelay">The literal of the longest wait.</param>
/// <param name="GiveUpOn">Exceptions that are never retried.</param>
/// <param name="RetryOn">Exceptions that are.</param>
/// <param name="Otherwise">Whether every other exception is retried.</param>
/// <param name="IsExhaustive">Whether the types above cover every exception.</param>
internal sealed record RetryModel(
    string Retries,
    string BaseDelay,
    string MaxDelay,
    EquatableArray<string> GiveUpOn,
    EquatableArray<string> RetryOn,
    bool Otherwise,
    bool IsExhaustive);
