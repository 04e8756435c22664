using System.ComponentModel;

namespace TaskGen;

/// <summary>
/// Specifies how often, with which delays, and after which exceptions a failed attempt is retried. Generated code creates it from
/// constants.
/// </summary>
/// <param name="Retries">The maximum number of retries after the first attempt.</param>
/// <param name="BaseDelaySeconds">The delay before the first retry, in seconds.</param>
/// <param name="MaxDelaySeconds">The maximum delay before a retry, in seconds, without jitter.</param>
/// <param name="ShouldRetry">
/// A function that returns <see langword="true"/> if the task can be retried after the exception. Generated code implements it as a switch
/// over exception types, without reflection.
/// </param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record RetryPolicy(int Retries, double BaseDelaySeconds, double MaxDelaySeconds, Func<Exception, bool> ShouldRetry)
{
    /// <summary>Gets a policy without retries. If <see cref="EnqueueOptions.Retry"/> requests retries, the default delays apply.</summary>
    public static RetryPolicy None { get; } = new(0, 1, 60, static _ => true);
}
