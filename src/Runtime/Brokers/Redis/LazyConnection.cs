using StackExchange.Redis;

namespace TaskGen.Brokers.Redis;

/// <summary>Represents a connection that is opened when it is first needed. If it cannot be opened, the next caller tries again.</summary>
internal sealed class LazyConnection : IAsyncDisposable
{
    private readonly Func<Task<IConnectionMultiplexer>>? _open;
    private readonly SemaphoreSlim _opening = new(1);
    private volatile IConnectionMultiplexer? _opened;
    private bool _disposed;

    public LazyConnection(Func<Task<IConnectionMultiplexer>> open) => _open = open;

    public LazyConnection(IConnectionMultiplexer opened) => _opened = opened;

    public IConnectionMultiplexer? Opened => _opened;

    public ValueTask<IConnectionMultiplexer> GetAsync() => _opened is { } opened ? ValueTask.FromResult(opened) : OpenAsync();

    public async ValueTask DisposeAsync()
    {
        await _opening.WaitAsync().ConfigureAwait(false);
        try
        {
            _disposed = true;
            if (_open is not null && _opened is { } opened)
            {
                await opened.DisposeAsync().ConfigureAwait(false);
            }
        }
        finally
        {
            _opening.Release();
        }
    }

    private async ValueTask<IConnectionMultiplexer> OpenAsync()
    {
        await _opening.WaitAsync().ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            // Another caller may have opened it in the meantime.
            return _opened ??= await StartOpening().ConfigureAwait(false);
        }
        finally
        {
            _opening.Release();
        }
    }

    // The connection outlives its first caller, so it must not capture that caller's AsyncLocal values.
    private Task<IConnectionMultiplexer> StartOpening()
    {
        using AsyncFlowControl? flow = ExecutionContext.IsFlowSuppressed() ? null : ExecutionContext.SuppressFlow();
        return Task.Run(_open!);
    }
}
