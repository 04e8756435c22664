using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using StackExchange.Redis;
using TaskGen;
using TaskGen.Brokers;
using TaskGen.Brokers.Redis;
using TaskGen.Serialization;
using TaskGen.Servers;

namespace Upgrade.Tests;

/// <summary>
/// The lists of child tasks in a rolling upgrade (fault R4): while a worker of the version before is registered, which registers without a
/// plus sign and takes tasks from the ordinary lists alone, it finds every child task there.
/// </summary>
public sealed class R4Tests(RedisServerFixture redis) : IClassFixture<RedisServerFixture>, IAsyncLifetime
{
    private const string Queue = "default";
    private const int Count = 3;

    private readonly string _namespace = $"shop-{Guid.NewGuid():N}";
    private readonly WorkerIncarnation _worker = new("new", Guid.NewGuid());
    private readonly Guid _earlier = Guid.NewGuid();
    private readonly Guid _producer = Guid.NewGuid();
    private ConnectionMultiplexer? _connection;
    private RedisBroker? _broker;
    private long _number;

    private RedisBroker Broker => _broker!;

    private IDatabase Database => _connection!.GetDatabase();

    public async Task InitializeAsync()
    {
        _connection = await ConnectionMultiplexer.ConnectAsync(redis.Configuration);
        _broker = new RedisBroker(
            new ScriptRunner(new ServerConnections(ConfigurationOptions.Parse(redis.Configuration)), _namespace, clock: null),
            new ServerCheck(new RedisOptions(), TimeProvider.System, NullLogger.Instance),
            new BrokerLimits(TimeSpan.FromDays(1), 100));
    }

    public async Task DisposeAsync()
    {
        await Broker.DisposeAsync();
        await _connection!.DisposeAsync();
    }

    [Fact]
    public async Task Child_tasks_wait_where_an_earlier_worker_finds_them_while_it_is_registered()
    {
        await JoinAsync();
        await JoinEarlierAsync();
        var other = await EnqueueAsync(1, isChild: false);

        var children = await EnqueueAsync(Count, isChild: true);
        Assert.Equal([.. children, .. other], await TakeEarlierAsync(Count + 1));

        await LeaveEarlierAsync();
        var late = await EnqueueAsync(Count, isChild: true);
        Assert.Equal(Count, await Database.ListLengthAsync(Key("children:normal")));
        Assert.Equal(late, await TakeAsync());
    }

    [Fact]
    public async Task What_waits_apart_when_an_earlier_worker_comes_is_moved_in_order_to_where_it_looks()
    {
        await JoinAsync();
        var other = await EnqueueAsync(1, isChild: false);
        var children = await EnqueueAsync(Count, isChild: true);
        Assert.Equal(Count, await Database.ListLengthAsync(Key("children:normal")));

        await JoinEarlierAsync();
        await Broker.MaintainAsync(Queue, new MaintenanceRequest(3, 200), CancellationToken.None);

        Assert.Equal([.. children, .. other], await TakeEarlierAsync(Count + 1));
    }

    [Fact]
    public async Task The_last_worker_that_leaves_moves_them_for_whichever_version_comes_next()
    {
        await JoinAsync();
        var children = await EnqueueAsync(1_000, isChild: true);
        await Broker.LeaveAsync(Queue, _worker, CancellationToken.None);

        await JoinEarlierAsync();

        Assert.False(await Database.KeyExistsAsync(Key("children:normal")));
        Assert.Equal(children, await TakeEarlierAsync(1_000));
    }

    [Fact]
    public async Task A_child_task_that_an_earlier_worker_returns_is_leased_and_returns_to_its_own_list()
    {
        await JoinAsync();
        await JoinEarlierAsync();
        var child = Assert.Single(await EnqueueAsync(1, isChild: true));
        var envelope = await Database.ListRightPopAsync(Key("pending:normal"));
        await Database.ListRightPushAsync(Key("pending:normal"), envelope);
        await LeaveEarlierAsync();

        var leased = Assert.Single((await LeaseAsync()).Tasks);
        Assert.Equal(child, leased.Key.Id);
        await Broker.LeaseAsync(
            Queue,
            new LeaseRequest { Worker = _worker, Number = ++_number, Finished = [new Settlement(leased.Key, SettlementKind.HandBack)] },
            CancellationToken.None);

        Assert.Equal((0, 1), (
            await Database.ListLengthAsync(Key("pending:normal")), await Database.ListLengthAsync(Key("children:normal"))));
    }

    private async Task JoinAsync() => await Broker.JoinAsync(Queue, _worker, TimeSpan.FromMinutes(10), CancellationToken.None);

    /// <summary>What the script of the version before writes.</summary>
    private async Task JoinEarlierAsync()
    {
        var id = QueueKeys.Id(_earlier);
        var lease = (byte[])[.. System.Text.Encoding.ASCII.GetBytes(Name("lease:")), .. id];
        await Database.HashSetAsync(lease, "#", long.MinValue.ToString(CultureInfo.InvariantCulture));
        await Database.SortedSetAddAsync(Key("workers"), id, DateTimeOffset.UtcNow.AddMinutes(10).ToUnixTimeMilliseconds());
        await Database.HashSetAsync(Key("workers:leases"), id, "600000");
    }

    private async Task LeaveEarlierAsync()
    {
        var id = QueueKeys.Id(_earlier);
        await Database.SortedSetRemoveAsync(Key("workers"), id);
        await Database.HashDeleteAsync(Key("workers:leases"), id);
        await Database.KeyDeleteAsync((byte[])[.. System.Text.Encoding.ASCII.GetBytes(Name("lease:")), .. id]);
    }

    private async Task<IReadOnlyList<Guid>> TakeEarlierAsync(int count)
    {
        var taken = await Database.ListRightPopAsync(Key("pending:normal"), count);
        return [.. taken!.Select(static envelope => new Guid(((byte[])envelope!).AsSpan(4, 16), bigEndian: true))];
    }

    private async Task<IReadOnlyList<Guid>> TakeAsync() => [.. (await LeaseAsync()).Tasks.Select(static leased => leased.Key.Id)];

    private async Task<LeaseReply> LeaseAsync() => await Broker.LeaseAsync(
        Queue, new LeaseRequest { Worker = _worker, Number = ++_number, MaxTasks = 200 }, CancellationToken.None);

    private async Task<IReadOnlyList<Guid>> EnqueueAsync(int count, bool isChild)
    {
        var tasks = Enumerable.Range(0, count).Select(_ => NewTask(isChild)).ToList();
        await Broker.EnqueueAsync(Queue, new EnqueueBatch(_producer, ++_number, tasks), CancellationToken.None);
        return [.. tasks.Select(static task => task.Id)];
    }

    private static NewTask NewTask(bool isChild)
    {
        var id = TaskIds.New(TimeProvider.System, hasRecord: false);
        var header = new EnvelopeHeader
        {
            Id = id, Version = EnvelopeHeader.CurrentVersion, Priority = TaskPriority.Normal, MaxAttempts = 1,
        };
        return new NewTask
        {
            Id = id,
            Name = "orders.ship",
            Envelope = EnvelopeCodec.Encode(header, "orders.ship", new Dictionary<string, string>(), "{}"u8),
            Priority = TaskPriority.Normal,
            MaxAttempts = 1,
            HasRecord = false,
            AtFront = isChild,
        };
    }

    private RedisKey Key(string suffix) => Name(suffix);

    private string Name(string suffix) => $"tg:{{{_namespace}:{Queue}}}:{suffix}";
}
