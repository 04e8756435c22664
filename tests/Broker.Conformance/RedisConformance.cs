using Microsoft.Extensions.Logging.Abstractions;
using StackExchange.Redis;
using TaskGen;
using TaskGen.Brokers;
using TaskGen.Brokers.Redis;

namespace Broker.Conformance;

/// <summary>The broker on a Redis server keeps the contract.</summary>
/// <param name="configuration">For the broker.</param>
/// <param name="ownConfiguration">For what the tests do past the broker; null: the same.</param>
/// <param name="inRealTime">Whether time passes for real, by the server's clock alone; otherwise the tests move the broker's clock.</param>
public abstract class RedisConformance(string configuration, string? ownConfiguration = null, bool inRealTime = false) : BrokerConformance
{
    private const string Namespace = "conformance";

    private static readonly TimeSpan HeartbeatInterval = TimeSpan.FromMilliseconds(500);

    // A time has passed for sure when the server's clock, which counts milliseconds, shows more.
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(2);

    private readonly string _configuration = configuration;
    private readonly HashSet<WorkerIncarnation> _silent = [];
    private readonly HashSet<Guid> _silentHolders = [];
    private RedisBroker? _redis;
    private ConnectionMultiplexer? _own;
    private ShiftedClock? _clock;

    public override async Task DisposeAsync()
    {
        await (_redis?.DisposeAsync() ?? default);
        await (_own?.DisposeAsync() ?? default);
    }

    private protected override async ValueTask<IBroker> CreateBrokerAsync(BrokerLimits limits)
    {
        _own = await ConnectionMultiplexer.ConnectAsync(ownConfiguration ?? _configuration);
        _clock = inRealTime ? null : new ShiftedClock(_own, Namespace, Queue);
        var clock = inRealTime ? null : ShiftedClock.Script;
        var link = new ScriptRunner(new ServerConnections(ConfigurationOptions.Parse(_configuration)), Namespace, clock);
        _redis = new RedisBroker(link, new ServerCheck(new RedisOptions(), TimeProvider.System, NullLogger.Instance), limits);
        return _redis;
    }

    /// <summary>Everybody whose heartbeat is heard goes on beating meanwhile.</summary>
    private protected override ValueTask AdvanceAsync(TimeSpan time) => _clock is null ? WaitAsync(time) : MoveClockAsync(_clock, time);

    private protected override void BeatHearts()
    {
        foreach (var worker in Workers.Where(worker => !_silent.Contains(worker)))
        {
            Broker.Renew(Queue, worker);
        }

        // Those that have ended are not brought back by it.
        Broker.RenewResource(Queue, [.. Holders.Where(holder => !_silentHolders.Contains(holder))], LeaseTime);
    }

    private protected override ValueTask SilenceAsync(Guid holder)
    {
        _silentHolders.Add(holder);
        Broker.RenewResource(Queue, [holder], LeaseTime);
        return ValueTask.CompletedTask;
    }

    private protected override ValueTask LoseHeartbeatAsync(WorkerIncarnation worker)
    {
        _silent.Add(worker);
        Broker.Renew(Queue, worker);
        return ValueTask.CompletedTask;
    }

    private protected override ValueTask RestoreHeartbeatAsync(WorkerIncarnation worker)
    {
        _silent.Remove(worker);
        return ValueTask.CompletedTask;
    }

    private protected override async ValueTask PlantAsync(string queue, byte[] bytes) =>
        await _own!.GetDatabase().ListLeftPushAsync(new QueueKeys(Namespace, queue).Resolve("pending1", default), bytes);

    private protected override async ValueTask<(int Records, int Keys)> CountKeptAsync()
    {
        var keys = new QueueKeys(Namespace, Queue);
        return (await CountAsync(keys.Resolve("records*", default)), await CountAsync(keys.Resolve("keys*", default)));
    }

    private protected override async ValueTask<(int Canvases, int Deliveries)> CountCanvasesKeptAsync(string queue)
    {
        var prefix = new QueueKeys(Namespace, queue).Prefix;
        return (await CountAsync(prefix + "canvas"), await CountAsync(prefix + "deliver"));
    }

    private protected override async ValueTask<bool> TryRingAsync(BellReason reason)
    {
        await PublishAsync(
            new QueueKeys(Namespace, Queue).Bell,
            reason switch { BellReason.Work => "w", BellReason.Due => "d", BellReason.Cancel => "c", _ => "o" });
        return true;
    }

    private protected override async ValueTask<bool> TryTellAsync(IBrokerWatch watch, Guid id)
    {
        await PublishAsync(new QueueKeys(Namespace, Queue).WatchChannel(((ChannelWatch)watch).Id), QueueKeys.Id(id));
        return true;
    }

    private async ValueTask WaitAsync(TimeSpan time)
    {
        var start = TimeProvider.System.GetTimestamp();
        do
        {
            BeatHearts();
            var left = time - TimeProvider.System.GetElapsedTime(start) + Margin;
            await Task.Delay(left < HeartbeatInterval ? (left > TimeSpan.Zero ? left : TimeSpan.Zero) : HeartbeatInterval);
        }
        while (TimeProvider.System.GetElapsedTime(start) <= time);
    }

    private async ValueTask MoveClockAsync(ShiftedClock clock, TimeSpan time)
    {
        for (var left = time + Margin; left > TimeSpan.Zero; left -= HeartbeatInterval)
        {
            BeatHearts();
            await clock.MoveAsync(left < HeartbeatInterval ? left : HeartbeatInterval);
        }
    }

    private async Task PublishAsync(byte[] channel, RedisValue message)
    {
        var isCluster = _own!.GetServers().Any(static server => server.ServerType == ServerType.Cluster);
        await _own.GetSubscriber().PublishAsync(isCluster ? RedisChannel.Sharded(channel) : RedisChannel.Literal(channel), message);
    }

    private async Task<int> CountAsync(RedisKey prefix)
    {
        var count = 0;
        foreach (var server in _own!.GetServers().Where(static server => !server.IsReplica))
        {
            await foreach (var key in server.KeysAsync(pattern: $"{prefix}*", pageSize: 1000))
            {
                count += await _own.GetDatabase().KeyExistsAsync(key) ? 1 : 0;
            }
        }

        return count;
    }
}
