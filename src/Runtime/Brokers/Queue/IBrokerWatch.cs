namespace TaskGen.Brokers;

/// <summary>
/// Represents a subscription to the channel on which one process receives notifications about the tasks that it watches. Disposing it ends
/// the notifications for all these tasks.
/// </summary>
internal interface IBrokerWatch : IAsyncDisposable
{
    /// <summary>Gets the name of the channel in the broker.</summary>
    string Channel { get; }
}
