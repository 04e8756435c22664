using StackExchange.Redis;

namespace TaskGen.Brokers;

/// <summary>Somebody who listens to the bell of a queue until disposed.</summary>
internal sealed class RedisListener : IAsyncDisposable
{
    private readonly ChannelMessageQueue _messages;
    private readonly Action<BellReason> _ring;
    private volatile bool _disposed;

    public RedisListener(ChannelMessageQueue messages, Action<BellReason> ring)
    {
        (_messages, _ring) = (messages, ring);
        messages.OnMessage(OnMessage);
    }

    public async ValueTask DisposeAsync()
    {
        _disposed = true;
        try
        {
            await _messages.UnsubscribeAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (RedisErrors.IsConnectionError(exception))
        {
            // The connection is gone, and the subscription with it.
        }
    }

    private void OnMessage(ChannelMessage message)
    {
        BellReason? reason = (string?)message.Message switch
        {
            "w" => BellReason.Work,
            "d" => BellReason.Due,
            "c" => BellReason.Cancel,
            "o" => BellReason.Deliveries,
            _ => null,
        };
        if (reason is { } known && !_disposed)
        {
            _ring(known);
        }
    }
}
