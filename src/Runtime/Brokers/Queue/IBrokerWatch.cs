namespace TaskGen.Brokers;

/// <summary>
/// Represents the channel on which one process receives notifications about the tasks it watches. Disposing it ends all its watches.
/// </summary>
internal interface IBrokerWatch : IAsyncDisposable
{
    /// <summary>Gets the name of the channel in the broker.</summary>
    string Channel { get; }
}
