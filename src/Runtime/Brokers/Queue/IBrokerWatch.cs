namespace TaskGen.Brokers;

/// <summary>The channel on which one process hears of the tasks it watches. Disposing it ends all its watches.</summary>
internal interface IBrokerWatch : IAsyncDisposable
{
    /// <summary>What the broker calls the channel.</summary>
    string Channel { get; }
}
