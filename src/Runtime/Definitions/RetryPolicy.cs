using System.ComponentModel;

namespace TaskGen;

/// <summary>
/// How often, after which waits and on which exceptions an attempt of a task is repeated. Written by generated code as constants.
/// </summary>
/// <param name="Retries">How many retries follow the first attempt.</param>
/// <param name="BaseDelaySeconds">The wait before the first retry.</param>
/// <param name="MaxDelaySeconds">The longest wait, without jitter.</param>
/// <param name="ShouldRetry">Whether another attempt is worth it after this exception: a switch over types, without reflection.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record RetryPolicy(int Retries, double BaseDelaySeconds, double MaxDelaySeconds, Func<Exception, bool> ShouldRetry)
{
    /// <summary>No retry at all; a dispatch that asks for retries gets the default waits.</summary>
    public static RetryPolicy None { get; } = new(0, 1, 60, static _ => true);
}
