namespace TaskGen.Brokers.InMemory;

/// <summary>What was replied to whom, so that a batch that is sent again is not enqueued again.</summary>
internal sealed class ProducerWindows : ISwept
{
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(10);

    private readonly Dictionary<Guid, ProducerWindow> _windows = [];

    // In order of the last call, so the first ones are the first to end.
    private readonly LinkedList<ProducerWindow> _byLastCall = [];

    /// <summary>The window of a producer, which begins anew where its last call was too long ago. Counts as a call.</summary>
    public ProducerWindow Call(Guid producer, DateTimeOffset now)
    {
        if (_windows.TryGetValue(producer, out var window))
        {
            _byLastCall.Remove(window.Node);
        }

        if (window is null || IsOver(window, now))
        {
            window = new ProducerWindow(producer);
            _windows[producer] = window;
        }

        window.LastCall = now;
        _byLastCall.AddLast(window.Node);
        return window;
    }

    public bool AnyDue(DateTimeOffset now) => _byLastCall.First is { } first && IsOver(first.Value, now);

    public void Sweep(DateTimeOffset now, int max)
    {
        for (; max > 0 && AnyDue(now); max--)
        {
            _windows.Remove(_byLastCall.First!.Value.Producer);
            _byLastCall.RemoveFirst();
        }
    }

    private static bool IsOver(ProducerWindow window, DateTimeOffset now) => BrokerTime.Add(window.LastCall, Memory) <= now;
}
