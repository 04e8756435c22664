using TaskGen.Primitives;

namespace TaskGen.Worker;

/// <summary>
/// The wait before an operation that failed is repeated: 100 ms, doubled by each failure up to 5 s, plus up to the same time again as
/// jitter. It is not thread-safe: each sequence of attempts has its own.
/// </summary>
internal sealed class ErrorBackoff(Chance chance)
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <summary>The wait after the next failure, without its jitter.</summary>
    public TimeSpan Current { get; private set; } = First;

    /// <summary>Notes a failure.</summary>
    /// <returns>The wait after it, with jitter.</returns>
    public TimeSpan Next()
    {
        var wait = Current * (1 + chance.Next());
        Increase();
        return wait;
    }

    /// <summary>Notes a failure after which the caller waits a time of its own.</summary>
    public void Increase() => Current = TimeSpan.FromTicks(Math.Min(Current.Ticks * 2, Longest.Ticks));

    /// <summary>
    /// Notes a failure and waits after it. What happens meanwhile does not shorten the wait: a busy worker must not hammer a broker that
    /// cannot be reached.
    /// </summary>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends the wait, without an exception.</param>
    public async Task WaitAsync(TimeProvider time, CancellationToken cancellationToken) =>
        await Task.Delay(Next(), time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    /// <summary>Notes a success.</summary>
    public void Reset() => Current = First;
}
