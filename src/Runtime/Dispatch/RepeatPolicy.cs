namespace TaskGen.Dispatch;

/// <summary>Specifies how often a request is sent if the broker does not reply, and the delays between the requests.</summary>
/// <param name="MaxTries">The maximum number of times that the request is sent.</param>
/// <param name="FirstWait">The delay before the request is sent for the second time. Each further delay is twice as long.</param>
internal sealed record RepeatPolicy(int MaxTries, TimeSpan FirstWait)
{
    /// <summary>The policy of a dispatch, whose caller waits for the outcome.</summary>
    public static RepeatPolicy Dispatch { get; } = new(4, TimeSpan.FromMilliseconds(50));

    /// <summary>The policy of the relay. After the last try, the broker returns the whole delivery again.</summary>
    public static RepeatPolicy Relay { get; } = new(3, TimeSpan.Zero);

    /// <summary>Waits after a request without a reply.</summary>
    /// <param name="tries">The number of requests so far.</param>
    /// <param name="time">The clock that measures the delay.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    public Task WaitAsync(int tries, TimeProvider time, CancellationToken cancellationToken) =>
        Task.Delay(FirstWait * Math.Pow(2, tries - 1), time, cancellationToken);
}
