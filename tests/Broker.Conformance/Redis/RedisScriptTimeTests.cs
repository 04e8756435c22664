using StackExchange.Redis;
using TaskGen.Servers;
using Xunit.Abstractions;

namespace Broker.Conformance;

/// <summary>While a script runs, a server does nothing else: whatever a queue holds, each step is short.</summary>
/// <remarks>A processor that other work shares makes every script slower, so <c>./test.sh</c> runs nothing beside this test.</remarks>
[Trait("Run", "Alone")]
public sealed class RedisScriptTimeTests(ITestOutputHelper output)
{
    private const int Waiting = 1_000_000;
    private const int Leased = 10_000;
    private const int Workers = 50;
    private const int Rounds = 5;
    private const int MaxRounds = 15;
    private const int EnoughForAMean = 50;

    [Fact]
    public async Task No_script_takes_long()
    {
        // Where that is allowed, the server comes before everything else that wants a processor.
        await using var server = await RedisServer.StartAsync(new RedisServerOptions { Niceness = -20 });
        await using var connection = await ConnectionMultiplexer.ConnectAsync($"{server.EndPoint},allowAdmin=true");
        await using var load = new ScriptLoad(server.EndPoint, connection.GetDatabase());
        await load.FillAsync(Waiting, Workers);
        var stopwatch = new ScriptStopwatch(connection.GetDatabase());
        await stopwatch.StartAsync();

        // What is over the limit is made again until it is not, and what never is under it costs too much.
        for (var round = 0; round < Rounds || (round < MaxRounds && stopwatch.AnyIsOver); round++)
        {
            await load.HoldAsync(Leased);
            var counts = await load.CountAsync();
            Assert.True(counts is { Pending: >= Waiting, Leased: >= Leased }, $"The queue holds {counts}.");
            await load.UseAsync(stopwatch);
        }

        var results = stopwatch.Results();
        output.WriteLine(string.Join(Environment.NewLine, results));
        Assert.DoesNotContain(results, times => times.Worst >= ScriptStopwatch.LimitMicroseconds);
        // A mean takes in all that the server does besides. Over all steps it is far below the limit even so; over those of one it says
        // something where they are many.
        Assert.DoesNotContain(results, times => times.Scripts >= EnoughForAMean && times.Mean >= ScriptStopwatch.LimitMicroseconds);
        Assert.InRange(
            results.Sum(static times => times.Mean * times.Scripts) / results.Sum(static times => times.Scripts),
            0,
            ScriptStopwatch.LimitMicroseconds / 4);
    }
}
