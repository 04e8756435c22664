using StackExchange.Redis;

namespace TaskGen.Brokers.Redis;

/// <content>Implements the operations on resource leases.</content>
internal sealed partial class RedisBroker
{
    public async ValueTask<AcquireReply> AcquireAsync(string resource, AcquireRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        request.Check();
        RedisValue[] arguments = [QueueKeys.Id(request.Holder), request.Limit, ScriptTime.Wait(request.Lease)];
        var reply = (long[])(await runner.RunAsync(BrokerStep.AcquireResource, runner.Resource(resource), arguments, cancellationToken)
            .ConfigureAwait(false))!;
        return new AcquireReply(reply[0] == 1, (int)reply[1], ScriptTime.FromMilliseconds(reply[2]), ScriptTime.FromMilliseconds(reply[3]));
    }

    public IReadOnlyList<ResourceLeaseStatus> RenewResource(string resource, IReadOnlyList<Guid> holders, TimeSpan lease)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(holders.Count, MaxPage, nameof(holders));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lease, TimeSpan.Zero);
        RedisValue[] arguments = [ScriptTime.Wait(lease), .. holders.Select(static holder => (RedisValue)QueueKeys.Id(holder))];
        var reply = (byte[])runner.RunNow(BrokerStep.RenewResource, runner.Resource(resource), one: null, arguments)!;
        return [.. reply.Select(static status => (ResourceLeaseStatus)(status - '0'))];
    }

    public async ValueTask ReleaseAsync(string resource, Guid holder, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await runner.RunAsync(BrokerStep.ReleaseResource, runner.Resource(resource), [QueueKeys.Id(holder)], cancellationToken)
            .ConfigureAwait(false);
    }

    public async ValueTask<IAsyncDisposable> ListenResourceAsync(string resource, Action<Guid> called, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var messages = await SubscribeAsync(runner.Resource(resource), static keys => keys.Called, cancellationToken).ConfigureAwait(false);
        return new ChannelListener(messages, message => Call((byte[]?)message, called));
    }

    // The message is a sequence of ids. An incomplete id at the end is ignored.
    private static void Call(byte[]? message, Action<Guid> called)
    {
        const int idLength = 16;
        for (var at = 0; at + idLength <= message?.Length; at += idLength)
        {
            called(new Guid(message.AsSpan(at, idLength), bigEndian: true));
        }
    }
}
