namespace TaskGen.Dispatch;

/// <summary>How often a call that the broker did not answer is made, and how long the waits between are.</summary>
/// <param name="MaxTries">How often it is made at most.</param>
/// <param name="FirstWait">The wait before the first repeat; each further one is twice as long.</param>
internal sealed record RepeatPolicy(int MaxTries, TimeSpan FirstWait)
{
    /// <summary>For a dispatch, whose caller waits for the outcome.</summary>
    public static RepeatPolicy Dispatch { get; } = new(4, TimeSpan.FromMilliseconds(50));

    /// <summary>For the relay, which gets the whole delivery again after the last try.</summary>
    public static RepeatPolicy Relay { get; } = new(3, TimeSpan.Zero);

    /// <summary>Waits after a try without an answer.</summary>
    /// <param name="tries">How many tries there were.</param>
    /// <param name="time">Measures the wait.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task WaitAsync(int tries, TimeProvider time, CancellationToken cancellationToken) =>
        Task.Delay(FirstWait * Math.Pow(2, tries - 1), time, cancellationToken);
}
