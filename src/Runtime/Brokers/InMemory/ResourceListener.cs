namespace TaskGen.Brokers.InMemory;

/// <summary>
/// Represents a subscription to notifications about the acquisitions that are next in a resource's waiting line. Disposing it ends the
/// subscription.
/// </summary>
internal sealed class ResourceListener(ResourceStore resources, string resource, Action<Guid> called) : IAsyncDisposable
{
    public void Call(Guid holder) => called(holder);

    public ValueTask DisposeAsync()
    {
        resources.Remove(resource, this);
        return ValueTask.CompletedTask;
    }
}
