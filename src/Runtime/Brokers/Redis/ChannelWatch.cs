using System.Collections.Concurrent;
using StackExchange.Redis;

namespace TaskGen.Brokers.Redis;

/// <summary>
/// Represents a watch: it receives notifications about changes of the tasks that were read with it, through one subscription per queue. The
/// registration is stored in the task's record, and ends when the task ends.
/// </summary>
internal sealed class ChannelWatch(ScriptRunner runner, Action<TaskId> changed) : IBrokerWatch
{
    private const int IdLength = 16;

    private readonly ConcurrentDictionary<string, Lazy<Task<ChannelMessageQueue>>> _subscriptions = new(StringComparer.Ordinal);
    private volatile bool _disposed;

    public Guid Id { get; } = Guid.CreateVersion7();

    public string Channel => $"watch:{Id:N}";

    public bool HasSubscribed(QueueKeyCache queue) =>
        _subscriptions.TryGetValue(queue.Name, out var subscription)
        && subscription is { IsValueCreated: true, Value.IsCompletedSuccessfully: true };

    /// <summary>Subscribes to changes of the watched tasks in a queue, unless a subscription exists.</summary>
    public async ValueTask SubscribeAsync(QueueKeyCache queue)
    {
        var subscription = _subscriptions.GetOrAdd(queue.Name, _ => new Lazy<Task<ChannelMessageQueue>>(() => OpenAsync(queue)));
        try
        {
            await subscription.Value.ConfigureAwait(false);
        }
        catch (Exception exception) when (ServerErrors.IsConnectionError(exception))
        {
            // The failed subscription is removed, so that the next caller opens a new one.
            _subscriptions.TryRemove(new(queue.Name, subscription));
            throw runner.Translate("subscribe to task changes in queue", queue.Name, exception);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _disposed = true;
        foreach (var subscription in _subscriptions.Values)
        {
            try
            {
                await (await subscription.Value.ConfigureAwait(false)).UnsubscribeAsync().ConfigureAwait(false);
            }
            catch (Exception exception) when (ServerErrors.IsConnectionError(exception))
            {
                // The connection is already closed, which has also ended the subscription.
            }
        }
    }

    private async Task<ChannelMessageQueue> OpenAsync(QueueKeyCache queue)
    {
        var session = await runner.OpenAsync().ConfigureAwait(false);
        var connection = await runner.Connections.SubscriptionsAsync().ConfigureAwait(false);
        var messages = await connection.GetSubscriber().SubscribeAsync(
            session.Channel(queue.Keys.WatchChannel(Id)), ServerSession.Subscribing).ConfigureAwait(false);
        messages.OnMessage(message => OnMessage(queue.Name, message.Message));
        return messages;
    }

    private void OnMessage(string queue, RedisValue message)
    {
        var ids = (byte[]?)message ?? [];
        for (var start = 0; start + IdLength <= ids.Length && !_disposed; start += IdLength)
        {
            var id = new Guid(ids.AsSpan(start, IdLength), bigEndian: true);
            if (id != Guid.Empty)
            {
                changed(new TaskId(id, queue));
            }
        }
    }
}
