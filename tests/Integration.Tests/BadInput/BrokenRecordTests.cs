using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;
using TaskGen;
using TaskGen.Servers;

namespace Integration.Tests.BadInput;

/// <summary>Where a record should be, there is something else.</summary>
[Collection(TimedGroup.Name)]
public sealed class BrokenRecordTests : IAsyncLifetime
{
    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(10);

    private readonly Application _app = new();
    private RedisServer _server = null!;
    private Raw _raw = null!;
    private IHost _client = null!;

    public async Task InitializeAsync()
    {
        _server = await RedisServer.StartAsync();
        _raw = await Raw.ConnectAsync(_server);
        await _app.StartWorkerAsync(_server.EndPoint);
        _client = _app.CreateClient(_server.EndPoint);
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        await _raw.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData("a string")]
    [InlineData("a list")]
    [InlineData("no hash")]
    [InlineData("s", "running")]
    [InlineData("s", "99")]
    [InlineData("s", "-1")]
    [InlineData("s", "")]
    [InlineData("v", "many")]
    [InlineData("t", "for ever")]
    [InlineData("t", "-5")]
    [InlineData("t", null)]
    [InlineData("h", "bkpw")]
    [InlineData("h", "")]
    [InlineData("h", "bkpwuUg")]
    [InlineData("u", "\u0001\u0002{")]
    [InlineData("rt", null)]
    [InlineData("e", "yesterday")]
    [InlineData("e", "99999999999999999999")]
    [InlineData("m", "-1e9")]
    [InlineData("a", "second")]
    [InlineData("b", "\0")]
    [InlineData("n", null)]
    [InlineData("n", "{a}\n")]
    [InlineData("o", "odd")]
    [InlineData("c", "")]
    [InlineData("p", "\u0001\u0002{")]
    [InlineData("x", "\u0001\u0002{")]
    [InlineData("y", "")]
    [InlineData("k", "nobody's")]
    [InlineData("kt", "long")]
    public async Task A_broken_record_harms_no_other_task_and_no_worker(string what, string? value = null)
    {
        var tasks = Application.TasksOf(_client);
        var broken = await tasks.Held.DelayAsync("broken", "");
        var healthy = await tasks.Held.DelayAsync("healthy", "");
        await _app.Ledger.UntilStartedAsync("broken");
        await _app.Ledger.UntilStartedAsync("healthy");
        await Break(Raw.Record(broken.Id), what, value);
        using var patience = new CancellationTokenSource();
        var waiters = new[] { Task.Run(() => broken.GetAsync(patience.Token)), Task.Run(() => ReadProgressAsync(broken, patience.Token)) };
        var snapshot = Task.Run(() => broken.GetSnapshotAsync());

        var started = Stopwatch.GetTimestamp();
        _app.Ledger.Open();
        Assert.Equal("healthy, 0", await healthy.GetAsync(Quick));
        await _app.DrainAsync(_client);
        var later = await Task.WhenAll(
            (await tasks.Kept.DelayManyAsync(["a", "b", "c"], static key => new(key, 1))).Select(static handle => handle.GetAsync(Quick)));
        Assert.Equal(["a!", "b!", "c!"], later);
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, Quick);
        Assert.Equal(1, _app.Ledger["broken"].Ends);
        if (what == "t" && await _raw.Database.KeyExistsAsync(Raw.Record(broken.Id)))
        {
            Assert.NotNull(await _raw.Database.KeyTimeToLiveAsync(Raw.Record(broken.Id)));
        }

        Assert.Single(_app.Ledger["healthy"].Starts);
        Assert.Empty(_app.Logs.Of(LogCollector.LeaseLost));
        Assert.DoesNotContain(_app.Logs.Lines, static line => line.Level == LogLevel.Critical);

        await patience.CancelAsync();
        foreach (var waiter in waiters.Append(snapshot))
        {
            var exception = await Record.ExceptionAsync(() => waiter.WaitAsync(Limits.Long));
            Assert.True(exception is null or TaskGenException or JsonException or OperationCanceledException, $"{exception}");
        }
    }

    private static async Task ReadProgressAsync(TaskHandle handle, CancellationToken cancellationToken)
    {
        await foreach (var _ in handle.ProgressAsync(cancellationToken))
        {
            // Only that it can be read counts.
        }
    }

    private async Task Break(RedisKey record, string what, string? value)
    {
        switch (what)
        {
            case "a string":
                await _raw.Database.StringSetAsync(record, "x");
                break;
            case "a list":
                await _raw.Database.KeyDeleteAsync(record);
                await _raw.Database.ListLeftPushAsync(record, "x");
                break;
            case "no hash":
                await _raw.Database.KeyDeleteAsync(record);
                break;
            default:
                await (value is null ? _raw.Database.HashDeleteAsync(record, what) : _raw.Database.HashSetAsync(record, what, value));
                break;
        }
    }
}
