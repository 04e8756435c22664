using System.Collections.Concurrent;
using System.Globalization;
using TaskGen.Servers;

namespace Integration.Tests;

/// <summary>Redis does what it is asked, and whoever asked does not hear of it.</summary>
public sealed class DroppedRepliesTests : IAsyncLifetime
{
    private const int Callers = 24;
    private const int LeastDropped = 50;

    private RedisServer _server = null!;
    private FaultProxy _proxy = null!;

    public async Task InitializeAsync()
    {
        _server = await RedisServer.StartAsync();
        _proxy = await FaultProxy.StartAsync("127.0.0.1", _server.Port);
    }

    public async Task DisposeAsync()
    {
        await _proxy.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task With_one_reply_in_twenty_dropped_no_task_is_there_twice_none_is_lost_and_no_success_is_a_failure(int seed)
    {
        await using var app = new Application();
        for (var i = 0; i < 3; i++)
        {
            await app.StartWorkerAsync(_proxy.EndPoint);
        }

        var client = Application.TasksOf(app.CreateClient(_proxy.EndPoint));
        _proxy.DropReplies(0.05, seed, static command => command.Name is "EVAL" or "EVALSHA");

        await DispatchAndAuditAsync(app, client, each: 1_500);

        Assert.True(_proxy.RepliesDropped > LeastDropped, $"Only {_proxy.RepliesDropped} replies were dropped.");
    }

    [Fact]
    public async Task A_dispatch_of_unknown_fate_can_be_repeated_with_the_id_that_its_error_names()
    {
        await using var app = new Application();
        await app.StartWorkerAsync(_server.EndPoint);
        var client = app.CreateClient(_proxy.EndPoint);
        await Application.CountAsync(client);
        var dispatcher = new Dispatcher(Application.TasksOf(client));

        // Three of four: the client's own repeats, all of the same batch, are not enough then.
        _proxy.DropReplies(0.75, seed: 3, static command => command.Name is "EVAL" or "EVALSHA"
            && command.ScriptKeys().Any(static key => key.Contains(":sent:", StringComparison.Ordinal)));
        var keys = Enumerable.Range(0, 40).Select(static i => string.Create(CultureInfo.InvariantCulture, $"kept {i}")).ToList();
        var handles = await Task.WhenAll(keys.Select(key => dispatcher.KeptAsync(key)));
        _proxy.DropReplies(0);
        var results = await Task.WhenAll(handles.Select(static handle => handle.GetAsync(Limits.Long)));

        Assert.NotEmpty(dispatcher.Unknown);
        Assert.Equal(keys.Select(static key => key + "!"), results);
        Assert.All(keys.Zip(handles), pair => Assert.Equal(pair.Second.Id, Assert.Single(app.Ledger[pair.First].Starts).Id));
    }

    private async Task DispatchAndAuditAsync(Application app, LedgerTasksClient client, int each)
    {
        var control = app.CreateClient(_server.EndPoint);
        var dispatcher = new Dispatcher(client);
        var failures = new ConcurrentDictionary<string, int>();
        var results = new ConcurrentDictionary<string, Task<string>>();
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
        {
            // The busier a machine, the more dispatches share a script, and the fewer replies there are to drop.
            for (var i = caller; i < each || (i < 10 * each && _proxy.RepliesDropped <= LeastDropped); i += Callers)
            {
                var (kept, ignored) =
                    (string.Create(CultureInfo.InvariantCulture, $"kept {i}"), string.Create(CultureInfo.InvariantCulture, $"ignored {i}"));
                failures[kept] = failures[ignored] = i % 10 == 0 ? 1 + (i % 3) : 0;
                results[kept] = (await dispatcher.KeptAsync(kept, failures[kept])).GetAsync(Limits.Long);
                await dispatcher.IgnoredAsync(ignored, failures[ignored]);
            }
        })));

        foreach (var (key, result) in results)
        {
            Assert.Equal(key + "!", await result);
        }

        await app.DrainAsync(control);
        Assert.True(results.Count >= each, $"Only {results.Count} of {each} were dispatched.");
        Assert.Equal(2 * results.Count, failures.Count);
        Audit.AssertOnce(
            app,
            failures,
            repeats: dispatcher.Unknown.Where(static pair => pair.Key.StartsWith("ignored", StringComparison.Ordinal)).ToDictionary());
        Assert.Empty(await Application.DeadLettersAsync(control));
    }
}
