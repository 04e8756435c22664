using System.Globalization;
using TaskGen;
using TaskGen.Brokers.Redis;
using TaskGen.Servers;

namespace Integration.Tests.BadInput;

/// <summary>A key of the queue is of another type than it should be, until somebody removes it.</summary>
public sealed class WrongTypeTests : IAsyncLifetime
{
    private readonly Application _app = new();
    private RedisServer _server = null!;
    private Raw _raw = null!;

    public static TheoryData<string> Names =>
        [.. QueueKeys.OfQueue.Keys.Where(static name => name != "bell").Order(StringComparer.Ordinal)];

    public async Task InitializeAsync()
    {
        _server = await RedisServer.StartAsync();
        _raw = await Raw.ConnectAsync(_server);
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        await _raw.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Once_the_key_is_gone_the_same_worker_goes_on(string name)
    {
        await _app.StartWorkerAsync(_server.EndPoint, static worker => worker.LeaseDuration = TimeSpan.FromSeconds(1));
        var client = _app.CreateClient(_server.EndPoint);
        var tasks = Application.TasksOf(client);
        Assert.Equal("before!", await (await tasks.Kept.DelayAsync("before")).GetAsync(Limits.Long));

        // A set where there should be a list, hash or sorted set, and the other way round for the one that is a number.
        var key = Raw.Key(name);
        await _raw.Database.KeyDeleteAsync(key);
        await _raw.Database.SetAddAsync(key, "x");
        try
        {
            for (var i = 0; i < 3; i++)
            {
                await tasks.Kept.DelayAsync($"meanwhile {i}", failures: 1);
            }
        }
        catch (TaskGenException)
        {
            // A typed error is as good as a task that runs; anything else fails the test.
        }

        // Long enough for the worker to meet it.
        var calls = await CallsAsync();
        await Wait.UntilAsync(async () => await CallsAsync() > calls + 8, Limits.Long, () => "nobody runs a script");
        await _raw.Database.KeyDeleteAsync(key);

        Assert.Equal("after!", await (await tasks.Kept.DelayAsync("after")).GetAsync(Limits.Long));
        Assert.DoesNotContain(_app.Logs.Lines, static line => line.Text.Contains("defect of TaskGen", StringComparison.Ordinal));
    }

    /// <summary>How many scripts the server was asked to run.</summary>
    private async Task<long> CallsAsync()
    {
        var reply = (string)(await _raw.Database.ExecuteAsync("INFO", "commandstats"))!;
        var line = reply.Split("\r\n").First(static line => line.StartsWith("cmdstat_evalsha:", StringComparison.Ordinal));
        return long.Parse(line.Split('=', ',')[1], CultureInfo.InvariantCulture);
    }
}
