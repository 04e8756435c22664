namespace TaskGen.Brokers.InMemory;

/// <summary>
/// Stores the replies to the latest batches of all producers (processes that dispatch tasks), so that a repeated batch is not enqueued
/// again.
/// </summary>
internal sealed class ProducerWindows : ISwept
{
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(10);

    private readonly Dictionary<Guid, ProducerWindow> _windows = [];

    // Sorted by the time of the last call, so that the windows at the front expire first.
    private readonly LinkedList<ProducerWindow> _byLastCall = [];

    /// <summary>
    /// Returns the stored replies to a producer (its window) and records the time of the call. A window whose last call was too long ago is
    /// replaced with an empty one.
    /// </summary>
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
