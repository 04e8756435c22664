using System.Globalization;
using TaskGen.Brokers.InMemory;

namespace Broker.Conformance;

/// <summary>
/// Random canvases with random ends, faults and cancels come to what walking their tree says. A failure prints the seed that
/// <c>TASKGEN_TEST_SEED</c> repeats.
/// </summary>
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
        PlayAsync(
            Games,
            static seed => new CanvasGame(seed, static (time, limits) => new InMemoryModelBroker(time, limits), CountLeftInMemoryAsync)
                .PlayAsync(),
            atOnce: 1);

    [Fact]
    public async Task On_redis_too_whatever_goes_wrong_on_the_way_a_canvas_comes_to_what_its_tree_says_and_leaves_nothing()
    {
        await using var server = await RedisModelServer.StartAsync();

        await PlayAsync(
            GamesOnRedis,
            seed => server.UseAsync((connections, database) => new CanvasGame(
                seed,
                (time, limits) => new RedisModelBroker(time, limits, connections, database),
                async (_, queue) => (int)await database.ScriptEvaluateAsync(CountLeft, [], [$"tg:{{*:{queue}}}:"])).PlayAsync()),
            RedisModelServer.Databases);
    }

    private static ValueTask<int> CountLeftInMemoryAsync(IModelBroker model, string queue)
    {
        var (canvases, deliveries) = ((InMemoryBroker)model.Broker).Faults.CountCanvases(queue);
        return ValueTask.FromResult(canvases + deliveries);
    }

    private static async Task PlayAsync(int games, Func<int, Task> play, int atOnce)
    {
        if (int.TryParse(Environment.GetEnvironmentVariable("TASKGEN_TEST_SEED"), CultureInfo.InvariantCulture, out var one))
        {
            await PlayOneAsync(one, play);
            return;
        }

        var first = Random.Shared.Next(int.MaxValue - games);
        await Parallel.ForEachAsync(
            Enumerable.Range(first, games),
            new ParallelOptions { MaxDegreeOfParallelism = atOnce },
            async (seed, _) => await PlayOneAsync(seed, play));
    }

    private static async Task PlayOneAsync(int seed, Func<int, Task> play)
    {
        try
        {
            await play(seed);
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"TASKGEN_TEST_SEED={seed}: {exception.Message}", exception);
        }
    }
}
