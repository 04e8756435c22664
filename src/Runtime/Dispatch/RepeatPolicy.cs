namespace TaskGen.Dispatch;

/// <summary>Specifies how often a request is sent if the broker does not reply, and how long to wait between the requests.</summary>
/// <param name="MaxTries">The maximum number of times that the request is sent, including the first time.</param>
/// <param name="FirstWait">The delay before the request is sent for the second time. Each further delay is twice as long.</param>
internal sealed record RepeatPolicy(int MaxTries, TimeSpan FirstWait)
{
    /// <summary>The policy for dispatches, whose callers wait for the outcome.</summary>
    public static RepeatPolicy Dispatch { get; } = new(4, TimeSpan.FromMilliseconds(50));

    /// <summary>The policy for the canvas relay. If all tries fail, the broker returns the delivery to the relay again later.</summary>
    public static RepeatPolicy Relay { get; } = new(3, TimeSpan.Zero);

    /// <summary>Waits before a request that received no reply is sent again.</summary>
    /// <param name="tries">The number of times that the request has been sent so far.</param>
    /// <param name="time">The clock that measures the delay.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    public Task WaitAsync(int tries, TimeProvider time, CancellationToken cancellationToken) =>
        Task.Delay(FirstWait * Math.Pow(2, tries - 1), time, cancellationToken);
}
