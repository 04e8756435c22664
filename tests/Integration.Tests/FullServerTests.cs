using System.Diagnostics;
using System.Globalization;
using TaskGen;
using TaskGen.Servers;

namespace Integration.Tests;

/// <summary>Redis has no memory left for anything new (<c>maxmemory</c>, <c>noeviction</c>).</summary>
[Collection(TimedGroup.Name)]
public sealed class FullServerTests
{
    private const int Concurrency = 4;
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task When_Redis_is_full_a_dispatch_is_refused_at_once_and_all_that_is_there_finishes()
    {
        await using var server = await RedisServer.StartAsync(
            new RedisServerOptions { MaxMemory = "24mb", MaxMemoryPolicy = "noeviction" });
        await using var app = new Application();
        await app.StartWorkerAsync(server.EndPoint, static worker => worker.LeaseDuration = Lease, Concurrency);
        var client = app.CreateClient(server.EndPoint);
        var tasks = Application.TasksOf(client);
        var filler = new string('x', 64 * 1024);

        var handles = new List<TaskHandle<string>>();
        for (var i = 0; i < Concurrency; i++)
        {
            handles.Add(await tasks.Held.DelayAsync(Key(i), filler, failures: i % 2));
            await app.Ledger.UntilStartedAsync(Key(i));
        }

        // First big ones, then what still fits between them.
        await FillAsync(handles, i => tasks.Held.DelayAsync(Key(i), filler, failures: i % 2));
        var big = handles.Count;
        Assert.InRange(big, 50, 1_000);
        await FillAsync(handles, i => tasks.Held.DelayAsync(Key(i), "", failures: i % 2));
        await AssertRefusedAtOnceAsync(tasks);
        await UntilLeaseIsRenewedAsync(server);
        await AssertRefusedAtOnceAsync(tasks);

        app.Ledger.Open();
        var results = await Task.WhenAll(handles.Select(static handle => handle.GetAsync(Limits.Long)));
        Assert.Equal(handles.Select((_, i) => $"{Key(i)}, {(i < big ? filler.Length : 0)}"), results);
        await app.DrainAsync(client);
        Audit.AssertOnce(app, Enumerable.Range(0, handles.Count).ToDictionary(Key, static i => i % 2));
        Assert.Empty(app.Logs.Of(LogCollector.LeaseLost));
        Assert.Empty(await Application.DeadLettersAsync(client));

        Assert.Equal("after!", await (await tasks.Kept.DelayAsync("after")).GetAsync(Limits.Long));
        Assert.Equal($"big, {filler.Length}", await (await tasks.Held.DelayAsync("big", filler)).GetAsync(Limits.Long));
    }

    private static string Key(int i) => string.Create(CultureInfo.InvariantCulture, $"held {i}");

    private static async Task FillAsync(List<TaskHandle<string>> handles, Func<int, Task<TaskHandle<string>>> dispatch)
    {
        var refusal = await Assert.ThrowsAsync<TaskBrokerException>(async () =>
        {
            while (handles.Count < 10_000)
            {
                handles.Add(await dispatch(handles.Count));
            }
        });
        Assert.Contains("full (maxmemory)", refusal.Message, StringComparison.Ordinal);
    }

    /// <summary>By a payload that does not fit into what buffers may have given back meanwhile.</summary>
    private static async Task AssertRefusedAtOnceAsync(LedgerTasksClient tasks)
    {
        var filler = new string('x', 200 * 1024);
        for (var i = 0; i < 5; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await Assert.ThrowsAsync<TaskBrokerException>(() => tasks.Held.DelayAsync("refused", filler));
            Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(0.5));
        }
    }

    /// <summary>Heartbeats are heard on a full server: the lease that runs now ends later than twice its duration from now on.</summary>
    private static async Task UntilLeaseIsRenewedAsync(RedisServer server)
    {
        var key = $"tg:{{{Application.Namespace}:{Application.Queue}}}:workers";
        var now = long.Parse((await server.CommandAsync("TIME")).Items[0].Text!, CultureInfo.InvariantCulture) * 1000;
        await Wait.UntilAsync(
            async () =>
            {
                var workers = (await server.CommandAsync("ZRANGE", key, "0", "-1", "WITHSCORES")).Items;
                return workers.Count == 2
                    && double.Parse(workers[1].Text!, CultureInfo.InvariantCulture) > now + (2 * Lease.TotalMilliseconds);
            },
            Limits.Long,
            () => "the lease is not renewed");
    }
}
