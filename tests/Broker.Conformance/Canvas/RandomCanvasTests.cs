using System.Globalization;
using StackExchange.Redis;
using TaskGen.Brokers;
using TaskGen.Brokers.InMemory;
using TaskGen.Brokers.Redis;
using TaskGen.Servers;

namespace Broker.Conformance;

/// <summary>Random canvases with random ends, faults and cancels come to what walking their tree says. A failure prints the seed that <c>TASKGEN_TEST_SEED</c> repeats.</summary>
public sealed class RandomCanvasTests
{
    private const int Games = 3000;
    private const int GamesOnRedis = 300;

    private const string CountLeft = """
        local count = 0
        for _, family in ipairs({'canvas:', 'group:', 'deliveries', 'follow:', 'dispatch:'}) do
          count = count + #redis.call('KEYS', ARGV[1] .. family .. '*')
        end
        return count
        """;

    [Fact]
    public Task Whatever_goes_wrong_on_the_way_a_canvas_comes_to_what_its_tree_says_and_leaves_nothing() =>
        PlayAsync(Games, static seed => new CanvasGame(seed, static (time, limits) => new InMemoryModelBroker(time, limits), CountLeftInMemoryAsync));

    [Fact]
    public async Task On_redis_too_whatever_goes_wrong_on_the_way_a_canvas_comes_to_what_its_tree_says_and_leaves_nothing()
    {
        await using var server = await RedisServer.StartAsync();
        var configuration = ConfigurationOptions.Parse(server.EndPoint + ",allowAdmin=true");
        await using var own = await ConnectionMultiplexer.ConnectAsync(configuration);
        await using var connections = new ServerConnections(configuration);

        await PlayAsync(GamesOnRedis, seed => new CanvasGame(
            seed,
            (time, limits) => new RedisModelBroker(time, limits, connections, own.GetDatabase()),
            async (_, queue) => (int)await own.GetDatabase().ScriptEvaluateAsync(CountLeft, [], [$"tg:{{*:{queue}}}:"])));
    }

    private static ValueTask<int> CountLeftInMemoryAsync(IModelBroker model, string queue)
    {
        var (canvases, deliveries) = ((InMemoryBroker)model.Broker).Faults.CountCanvases(queue);
        return ValueTask.FromResult(canvases + deliveries);
    }

    private static async Task PlayAsync(int games, Func<int, CanvasGame> make)
    {
        if (int.TryParse(Environment.GetEnvironmentVariable("TASKGEN_TEST_SEED"), CultureInfo.InvariantCulture, out var one))
        {
            await PlayOneAsync(one, make);
            return;
        }

        var first = Random.Shared.Next(int.MaxValue - games);
        for (var seed = first; seed < first + games; seed++)
        {
            await PlayOneAsync(seed, make);
        }
    }

    private static async Task PlayOneAsync(int seed, Func<int, CanvasGame> make)
    {
        try
        {
            await make(seed).PlayAsync();
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"TASKGEN_TEST_SEED={seed}: {exception.Message}", exception);
        }
    }
}
