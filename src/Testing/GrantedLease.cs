namespace TaskGen.Testing;

/// <summary>A resource lease that is granted at once, whatever the limit.</summary>
internal sealed class GrantedLease : IAsyncDisposable
{
    public static ValueTask<IAsyncDisposable> AcquireAsync(CancellationToken executionToken, CancellationToken cancellationToken)
    {
        executionToken.ThrowIfCancellationRequested();
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult<IAsyncDisposable>(new GrantedLease());
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
