using StackExchange.Redis;

namespace TaskGen.Brokers.Redis;

/// <summary>Represents a subscription that passes the messages of a channel to a callback until the subscription is disposed.</summary>
internal sealed class ChannelListener : IAsyncDisposable
{
    private readonly ChannelMessageQueue _messages;
    private readonly Action<RedisValue> _hear;
    private readonly CancellationTokenSource _end = new();
    private volatile bool _disposed;

    public ChannelListener(ChannelMessageQueue messages, Action<RedisValue> hear)
    {
        (_messages, _hear) = (messages, hear);
        messages.OnMessage(OnMessage);
    }

    /// <summary>Canceled when the subscription is disposed.</summary>
    public CancellationToken End => _end.Token;

    public async ValueTask DisposeAsync()
    {
        _disposed = true;
        await _end.CancelAsync().ConfigureAwait(false);
        try
        {
            await _messages.UnsubscribeAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (ServerErrors.IsConnectionError(exception))
        {
            // The connection is already closed, which has also ended the subscription.
        }
    }

    private void OnMessage(ChannelMessage message)
    {
        if (!_disposed)
        {
            _hear(message.Message);
        }
    }
}
