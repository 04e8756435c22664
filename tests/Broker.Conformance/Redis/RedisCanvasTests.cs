using Microsoft.Extensions.Logging.Abstractions;
using StackExchange.Redis;
using TaskGen;
using TaskGen.Brokers;
using TaskGen.Brokers.Redis;
using TaskGen.Servers;

namespace Broker.Conformance;

/// <summary>
/// What only Redis can have among canvases and deliveries: keys that somebody else has written, and what does not fit into one step.
/// </summary>
public sealed class RedisCanvasTests(RedisServerFixture fixture) : IClassFixture<RedisServerFixture>, IAsyncLifetime
{
    private const string Namespace = "canvas";

    private readonly string _queue = $"queue-{Guid.NewGuid():N}";
    private ConnectionMultiplexer _connection = null!;
    private RedisBroker _broker = null!;
    private CanvasPlayer _player = null!;

    private QueueKeys Keys => new(Namespace, _queue);

    private IDatabase Database => _connection.GetDatabase();

    public async Task InitializeAsync()
    {
        _connection = await ConnectionMultiplexer.ConnectAsync(fixture.Configuration);
        _broker = Connect(fixture.Configuration);
        _player = new CanvasPlayer(_broker);
    }

    public async Task DisposeAsync()
    {
        await _broker.DisposeAsync();
        await _connection.DisposeAsync();
    }

    [Fact]
    public async Task What_is_no_delivery_is_thrown_away_and_holds_nothing_up()
    {
        var canvas = new CanvasSketch(_queue);
        canvas.Task();
        await _player.StartAsync(canvas);
        var report = (byte[])[(byte)'R', .. new CanvasPointer(_queue, canvas.Id, 0).ToBytes()];
        var nowhere = (byte[])[(byte)'R', .. new CanvasPointer("no queue", canvas.Id, 0).ToBytes()];
        byte[] id = QueueKeys.Id(Guid.NewGuid());
        byte[][] planted =
        [
            [], [0], "x"u8.ToArray(), "S"u8.ToArray(), "R"u8.ToArray(), [(byte)'R', 255, 1], [(byte)'Z', .. id], report, nowhere,
            .. "SCGOE"u8.ToArray().Select(letter => (byte[])[letter, .. id, 0, 0, 0, 0]),
            .. "WKT"u8.ToArray().Select(letter => (byte[])[letter, .. id]),
            .. "GOE"u8.ToArray().Select(letter => (byte[])[letter, .. QueueKeys.Id(canvas.Id), 0, 0, 0, 9]),
        ];
        await Database.SortedSetAddAsync(
            Keys.Resolve("deliveries", default), [.. planted.Select(static key => new SortedSetEntry(key, 1))]);
        await Database.HashSetAsync(
            Keys.Resolve("entries", default), [new(report, "garbage"), new(nowhere, "garbage"), new("strange", "x")]);
        await Database.HashIncrementAsync(Keys.Resolve("canvases*", default).Append(QueueKeys.Id(canvas.Id)), "l", 3);

        var start = Assert.IsType<StartDelivery>(Assert.Single(await _player.TakeAsync(_queue)));

        Assert.Equal(canvas.Id, start.Canvas);
        Assert.Equal(1, await Database.SortedSetLengthAsync(Keys.Resolve("deliveries", default)));
        await _player.CarryAsync(_queue, start);
        await _player.AskAsync(_queue, 0, start);
        await _player.RunAsync(_queue);
        await AssertEndedAsync(canvas, TaskState.Succeeded);
        Assert.False(await Database.KeyExistsAsync(Keys.Resolve("deliveries", default)));
    }

    [Theory]
    [InlineData("canvas")]
    [InlineData("group")]
    [InlineData("l")]
    [InlineData("l", "many")]
    [InlineData("c", "many")]
    [InlineData("g", "many")]
    [InlineData("t", "many")]
    [InlineData("w", "many")]
    [InlineData("n0", "short")]
    [InlineData("n0", "a node of 22 bytes.  .")]
    [InlineData("n1", "a node of 22 bytes.  .")]
    [InlineData("n1")]
    [InlineData("s1", "many")]
    [InlineData("f0", "many")]
    [InlineData("m0:0", "abc")]
    public async Task A_broken_canvas_harms_no_other(string what, string? value = null)
    {
        var (broken, healthy) = (new CanvasSketch(_queue).WithGroupOf(3), new CanvasSketch(_queue).WithGroupOf(3));
        await _player.StartAsync(broken);
        await _player.StartAsync(healthy);
        var starts = await _player.TakeAsync(_queue);
        await Break(broken.Id, what, value);

        var reports = starts.Cast<StartDelivery>().OrderBy(start => start.Canvas == healthy.Id)
            .Select(static start => new CanvasReport(start.Canvas, start.Node, TaskState.Failed, Samples.Bytes("why"))).ToArray();
        await _broker.AdvanceCanvasAsync(_queue, reports, default);
        await _player.AskAsync(_queue, 0, starts);
        await _broker.CancelAsync(_queue, broken.Id, "stop", default);
        await _player.RunAsync(_queue);

        await AssertEndedAsync(healthy, TaskState.Failed);
        Assert.False(await Database.KeyExistsAsync(Keys.Resolve("deliveries", default)));
        Assert.False(await Database.KeyExistsAsync(Keys.Resolve("entries", default)));
    }

    [Fact]
    public async Task However_many_follow_a_task_each_is_told_once_and_nothing_stays()
    {
        const int Followers = 250;
        var task = Samples.Recorded() with { RecordTtl = TimeSpan.FromSeconds(3) };
        var canvas = Guid.CreateVersion7();
        for (var repeat = 0; repeat < 2; repeat++)
        {
            foreach (var page in Enumerable.Range(0, Followers).Chunk(100))
            {
                await EnqueueAsync([.. page.Select(node => task with { Follow = new CanvasPointer(_queue, canvas, node) })]);
            }
        }

        var leased = Assert.Single(await _player.LeaseAsync(_queue));
        Assert.True(await _player.SettleAsync(_queue, leased));
        var told = await _player.TakeAsync(_queue);
        Assert.Equal(Enumerable.Range(0, Followers), told.Cast<ReportDelivery>().Select(static report => report.To.Node).Order());
        Assert.All(
            told.Cast<ReportDelivery>(), report => Assert.Equal((task.Id, TaskState.Succeeded), (report.Ended.Id, report.Ended.State)));
        await EnqueueAsync(
            [.. new[] { 0, 1, Followers - 1, Followers }.Select(node => task with { Follow = new CanvasPointer(_queue, canvas, node) })]);

        var late = Assert.IsType<ReportDelivery>(Assert.Single(await _player.TakeAsync(_queue, told)));

        Assert.Equal(Followers, late.To.Node);
        Assert.Empty(await _player.TakeAsync(_queue, late));
        Assert.False(await Database.KeyExistsAsync(Keys.Resolve("deliveries", default)));
        var follows = Keys.Resolve("follows*", default).Append(QueueKeys.Id(task.Id));
        await Wait.UntilAsync(async () => !await Database.KeyExistsAsync(follows), TimeSpan.FromSeconds(30), () => "the followers stay");
    }

    [Fact]
    public async Task A_nest_of_two_thousand_groups_ends_over_several_steps()
    {
        const int Depth = 2_000;
        var canvas = new CanvasSketch(_queue);
        for (var depth = 0; depth < Depth; depth++)
        {
            canvas.Group([depth + 1], parent: depth == 0 ? CanvasNode.Whole : depth - 1);
        }

        canvas.Task(parent: Depth - 1);
        await _player.StartAsync(canvas);
        var start = Assert.IsType<StartDelivery>(Assert.Single(await _player.TakeAsync(_queue)));
        await _player.CarryAsync(_queue, start);
        await _player.AskAsync(_queue, 0, start);
        await _player.WorkAsync(_queue);
        var report = Assert.Single((await _player.AskAsync(_queue)).Deliveries);
        await _player.CarryAsync(_queue, report);
        Assert.Equal(TaskState.Running, (await RecordAsync(canvas.Id)).State);

        await _player.TakeAsync(_queue, report);

        await AssertEndedAsync(canvas, TaskState.Succeeded);
        Assert.False(await Database.KeyExistsAsync(Keys.Resolve("deliveries", default)));
        Assert.False(await Database.KeyExistsAsync(Keys.Resolve("entries", default)));
    }

    [Fact]
    public async Task A_full_server_refuses_a_new_canvas_and_brings_those_that_are_there_to_their_end()
    {
        await using var server = await RedisServer.StartAsync();
        await using var connection = await ConnectionMultiplexer.ConnectAsync($"{server.EndPoint},allowAdmin=true");
        await using var broker = Connect(server.EndPoint);
        var player = new CanvasPlayer(broker);
        var (failing, canceled, late) =
            (new CanvasSketch(_queue), new CanvasSketch(_queue).WithGroupOf(300), new CanvasSketch(_queue).WithGroupOf(3));
        failing.Task(scope: 1);
        failing.Scope(next: 2);
        failing.Task(parent: CanvasNode.Nobody);
        await player.StartAsync(failing);
        await player.StartAsync(canceled);
        await player.StoreAsync(late);
        await connection.GetDatabase().ExecuteAsync("CONFIG", "SET", "maxmemory", "1");

        await Assert.ThrowsAsync<TaskBrokerException>(() => player.StoreAsync(new CanvasSketch(_queue).WithGroupOf(1)));
        await Assert.ThrowsAsync<TaskBrokerException>(() => player.CommitAsync(late));
        var taken = await player.TakeAsync(_queue);
        Assert.Equal(301, taken.Count);
        Assert.Equal(CancelOutcome.Canceled, await broker.CancelAsync(_queue, canceled.Id, null, default));
        await player.ReportAsync(_queue, failing.Id, 0, TaskState.Failed, Samples.Bytes("why"));
        taken = await player.TakeAsync(_queue, taken);
        Assert.Equal(300, taken.OfType<CancelDelivery>().Count());
        Assert.Equal(2, Assert.Single(taken.OfType<StartDelivery>()).Node);
        foreach (var cancel in taken.OfType<CancelDelivery>())
        {
            await player.CarryAsync(_queue, cancel);
        }

        await player.ReportAsync(_queue, failing.Id, 2, TaskState.Succeeded, default);
        Assert.Empty(await player.TakeAsync(_queue, taken));
        Assert.Null(await broker.ReadMembersAsync(_queue, canceled.Id, 0, 0, default));
        var records = await broker.ReadAsync(_queue, [failing.Id, canceled.Id, late.Id], watch: null, default);
        Assert.Equal([TaskState.Failed, TaskState.Canceled, null], records.Select(static record => record?.State));
        await connection.GetDatabase().ExecuteAsync("CONFIG", "SET", "maxmemory", "0");
        Assert.True(await player.CommitAsync(late));
    }

    private static RedisBroker Connect(string configuration) => new(
        new ScriptRunner(new ServerConnections(ConfigurationOptions.Parse(configuration)), Namespace, clock: null),
        new ServerCheck(new RedisOptions(), TimeProvider.System, NullLogger.Instance),
        new BrokerLimits(TimeSpan.FromDays(1), MaxDeadLetters: 100));

    private async Task Break(Guid canvas, string what, string? value)
    {
        var key = Keys.Resolve("canvases*", default).Append(QueueKeys.Id(canvas));
        switch (what)
        {
            case "canvas":
                await Database.StringSetAsync(key, "x");
                break;
            case "group":
                await Database.StringSetAsync(Keys.Resolve("members*", default).Append((byte[])[.. QueueKeys.Id(canvas), 0, 0, 0, 0]), "x");
                break;
            default:
                await (value is null ? Database.HashDeleteAsync(key, what) : Database.HashSetAsync(key, what, value));
                break;
        }
    }

    private async Task EnqueueAsync(params NewTask[] tasks) =>
        await _broker.EnqueueAsync(_queue, new EnqueueBatch(Guid.NewGuid(), 1, tasks), default);

    private async Task<TaskRecord> RecordAsync(Guid id) =>
        Assert.IsType<TaskRecord>(Assert.Single(await _broker.ReadAsync(_queue, [id], watch: null, default)));

    private async Task AssertEndedAsync(CanvasSketch canvas, TaskState state) => Assert.Equal(state, (await RecordAsync(canvas.Id)).State);
}
