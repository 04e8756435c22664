using System.Diagnostics;

namespace TaskGen.Servers;

/// <summary>
/// Waits for conditions of other processes, which nothing here can be told of: asks again and again, with a limit whose passing is a
/// failure.
/// </summary>
public static class Wait
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>Returns when <paramref name="condition"/> has been true.</summary>
    /// <param name="condition">Asked every 10 ms. What it throws ends the wait.</param>
    /// <param name="limit">How long to wait at most.</param>
    /// <param name="otherwise">Text for the failure, asked for only then.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="TimeoutException">The limit has passed.</exception>
    public static async Task UntilAsync(
        Func<Task<bool>> condition, TimeSpan limit, Func<string> otherwise, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(condition);
        ArgumentNullException.ThrowIfNull(otherwise);
        var started = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            if (Stopwatch.GetElapsedTime(started) > limit)
            {
                throw new TimeoutException($"Not within {limit.TotalSeconds:0.#} s: {otherwise()}");
            }

            await Task.Delay(Pause, cancellationToken);
        }
    }

    /// <summary>Returns when <paramref name="condition"/> has been true.</summary>
    /// <exception cref="TimeoutException">The limit has passed.</exception>
    public static Task UntilAsync(
        Func<bool> condition, TimeSpan limit, Func<string> otherwise, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return UntilAsync(() => Task.FromResult(condition()), limit, otherwise, cancellationToken);
    }
}
