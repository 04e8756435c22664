using TaskGen.Primitives;

namespace TaskGen.Worker;

/// <summary>
/// Calculates the wait before a failed operation is repeated: 100 ms, doubled after each failure up to 5 s, plus a random jitter of up to
/// the same duration. An instance is not thread-safe. Each operation that is repeated uses a separate instance.
/// </summary>
internal sealed class ErrorBackoff(Chance chance)
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <summary>The wait after the next failure, without jitter.</summary>
    public TimeSpan Current { get; private set; } = First;

    /// <summary>Records a failure and calculates the wait that follows it.</summary>
    /// <returns>The wait after the failure, with jitter.</returns>
    public TimeSpan Next()
    {
        var wait = Current * (1 + chance.Next());
        Increase();
        return wait;
    }

    /// <summary>Records a failure if the caller determines the wait itself.</summary>
    public void Increase() => Current = TimeSpan.FromTicks(Math.Min(Current.Ticks * 2, Longest.Ticks));

    /// <summary>
    /// Records a failure and waits. Other events do not shorten the wait, so that a worker with many events does not send too many requests
    /// to an unreachable broker.
    /// </summary>
    /// <param name="time">The clock that measures the wait.</param>
    /// <param name="cancellationToken">
    /// The token to monitor for cancellation requests. Canceling it ends the wait without an exception.
    /// </param>
    public async Task WaitAsync(TimeProvider time, CancellationToken cancellationToken) =>
        await Task.Delay(Next(), time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    /// <summary>Records a success, which resets the wait to its initial value.</summary>
    public void Reset() => Current = First;
}
