using System.Text.RegularExpressions;
using TaskGen;
using TaskGen.Brokers.Redis;
using TaskGen.Servers;

namespace Integration.Tests;

/// <summary>A Redis user who may do what TaskGen needs and nothing else.</summary>
public sealed partial class LeastPrivilegeTests
{
    private const int EvictionUnknown = 21;

    // What the client sends beside the scripts. AUTH, HELLO and the like need no right.
    private const string Beside = "eval evalsha echo ping subscribe unsubscribe hscan lrange publish";

    private static IEnumerable<string> Commands => new BrokerScripts(sharded: false).All
        .SelectMany(static script => Call().Matches(script.Text))
        .Select(static match => match.Groups[1].Value.ToLowerInvariant())
        .Union(Beside.Split(' '))
        .Order(StringComparer.Ordinal);

    [Theory]
    [InlineData(true)]
    [InlineData(false, "info")]
    public async Task The_whole_path_works_for_a_user_of_one_prefix_and_the_commands_that_are_needed(bool warns, params string[] more)
    {
        await using var server = await RedisServer.StartAsync(new RedisServerOptions
        {
            AppendOnly = true,
            Users = [UserWith([.. Commands, .. more]), "default off"],
        });
        var configuration = $"{server.EndPoint},user=worker,password=secret";
        await using var app = new Application();
        await app.StartWorkerAsync(configuration, static worker => worker.LeaseDuration = TimeSpan.FromSeconds(1));
        var client = app.CreateClient(configuration);
        var tasks = Application.TasksOf(client);

        Assert.Equal("kept!", await (await tasks.Kept.DelayAsync("kept", failures: 2)).GetAsync(Limits.Long));
        Assert.Equal(
            "late!",
            await (await tasks.Kept.With(new() { Countdown = TimeSpan.FromSeconds(0.2), IdempotencyKey = "k" }).DelayAsync("late"))
                .GetAsync(Limits.Long));
        await tasks.Ignored.DelayAsync("ignored");
        await app.Ledger.UntilStartedAsync("ignored");

        // One has the slot, one is called from the line, and all are renewed by heartbeats meanwhile.
        var limited = await tasks.Limited.DelayManyAsync(["slot 1", "slot 2", "slot 3"], static key => new(key, 400));
        Assert.Equal(["slot 1", "slot 2", "slot 3"], await Task.WhenAll(limited.Select(static handle => handle.GetAsync(Limits.Long))));

        var held = await tasks.Held.DelayAsync("held", "");
        await foreach (var progress in held.ProgressAsync())
        {
            Assert.Equal("held", progress.Status);
            Assert.True(await held.CancelAsync("enough"));
        }

        var failure = await Assert.ThrowsAsync<TaskFailedException>(() => held.GetAsync(Limits.Long));
        Assert.Equal((TaskState.Canceled, "enough"), (failure.State, failure.RemoteMessage));
        var waiting = await tasks.Kept.With(new() { Countdown = TimeSpan.FromHours(1) }).DelayAsync("never");
        Assert.True(await waiting.CancelAsync());
        await Assert.ThrowsAsync<TaskFailedException>(
            async () => await (await tasks.Kept.DelayAsync("failed", failures: 9)).GetAsync(Limits.Long));
        Assert.Single(await Application.DeadLettersAsync(client));
        await app.DrainAsync(client);

        Assert.Equal(warns ? 1 : 0, app.Logs.Of(EvictionUnknown).Count);
        Assert.DoesNotContain(app.Logs.Lines, static line => line.Event is 5 or 6 or 7 or 17 or 18 or (>= 40 and <= 44));

        // The client asks on its own when it connects, and does without.
        string[] withoutHarm = ["client|id", "client|setname", "client|setinfo", "cluster|nodes", "cluster|slots", "config|get", "info"];
        var denied = (await server.CommandAsync("ACL", "LOG", "128")).Items
            .Select(static entry => $"{entry.Items[3].Text} {entry.Items[7].Text}")
            .Distinct();
        Assert.Empty(denied.Except(withoutHarm.Select(static command => $"command {command}")));
    }

    [Fact]
    public async Task A_right_that_is_missing_late_in_a_script_leaves_the_fate_of_a_dispatch_unknown_and_not_refused()
    {
        await using var server = await RedisServer.StartAsync(new RedisServerOptions
        {
            Users = [UserWith(Commands.Where(static command => !command.StartsWith("pexpire", StringComparison.Ordinal))), "default off"],
        });
        await using var app = new Application();
        var client = app.CreateClient($"{server.EndPoint},user=worker,password=secret");

        var unknown = await Assert.ThrowsAsync<TaskEnqueueUnknownException>(() => Application.TasksOf(client).Kept.DelayAsync("a"));

        Assert.Single(unknown.Ids);
        Assert.Equal(1, (await Application.CountAsync(client)).Pending);
    }

    private static string UserWith(IEnumerable<string> commands) =>
        $"worker on >secret resetkeys resetchannels ~tg:{{{Application.Namespace}:* &tg:{{{Application.Namespace}:* -@all "
        + $"{string.Join(' ', commands.Select(static command => "+" + command))}";

    [GeneratedRegex(@"redis\.p?call\((?:\w+ and )?'([A-Z]+)'")]
    private static partial Regex Call();
}
