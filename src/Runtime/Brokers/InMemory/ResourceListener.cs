namespace TaskGen.Brokers.InMemory;

/// <summary>Somebody who hears until disposed who of a resource's line is next.</summary>
internal sealed class ResourceListener(ResourceStore resources, string resource, Action<Guid> called) : IAsyncDisposable
{
    public void Call(Guid holder) => called(holder);

    public ValueTask DisposeAsync()
    {
        resources.Remove(resource, this);
        return ValueTask.CompletedTask;
    }
}
