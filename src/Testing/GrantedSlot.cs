namespace TaskGen.Testing;

/// <summary>A slot of a resource that nobody else could hold.</summary>
internal sealed class GrantedSlot : IAsyncDisposable
{
    public static ValueTask<IAsyncDisposable> AcquireAsync(CancellationToken executionToken, CancellationToken cancellationToken)
    {
        executionToken.ThrowIfCancellationRequested();
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult<IAsyncDisposable>(new GrantedSlot());
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
