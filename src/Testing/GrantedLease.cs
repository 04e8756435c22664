namespace TaskGen.Testing;

/// <summary>Represents a resource lease that is granted immediately, regardless of the limit.</summary>
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
