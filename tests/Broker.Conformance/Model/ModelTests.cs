using CsCheck;

namespace Broker.Conformance;

/// <summary>Random steps against a broker and the reference. A failure prints the seed that repeats it.</summary>
public sealed class ModelTests
{
    private const int MaxSteps = 80;
    private const int Runs = 3000;
    private const int RunsOnRedis = 2600;
    private const int LeastOperations = 100_000;

    // What makes and moves tasks comes more often than what ends workers, or nothing would live long enough to be seen.
    private static readonly Gen<ModelAction> Actions = Gen.Frequency(
        (6, Gen.Const(ModelAction.Enqueue)),
        (6, Gen.Const(ModelAction.Lease)),
        (8, Gen.Const(ModelAction.Settle)),
        (3, Gen.Const(ModelAction.Start)),
        (3, Gen.Const(ModelAction.Cancel)),
        (4, Gen.Const(ModelAction.Maintain)),
        (4, Gen.Const(ModelAction.Advance)),
        (2, Gen.Const(ModelAction.StartCanvas)),
        (5, Gen.Const(ModelAction.Deliver)),
        (4, Gen.Const(ModelAction.Acquire)),
        (10, Gen.Enum<ModelAction>()));

    private static readonly Gen<ModelStep> Steps =
        Gen.Select(Actions, Gen.Int[0, 999], Gen.Int[0, 999], Gen.Int[0, 999], Gen.Int[0, 999], (action, a, b, c, d) => new ModelStep(
            action, a, b, c, d));

    private static readonly ModelRules InMemory = new(CancelsUnknownByRequest: false, HeartsBeatByCall: false);

    private static readonly ModelRules OnRedis = new(CancelsUnknownByRequest: true, HeartsBeatByCall: true);

    [Fact]
    public void The_broker_in_memory_does_what_the_reference_does() =>
        Sample(
            Runs, static steps => new ModelRun(InMemory, static (time, limits) => new InMemoryModelBroker(time, limits)).RunAsync(steps));

    [Fact]
    public async Task The_broker_on_redis_does_what_the_reference_does()
    {
        await using var server = await RedisModelServer.StartAsync();
        Sample(
            RunsOnRedis,
            steps => server.UseAsync((connections, database) =>
                new ModelRun(OnRedis, (time, limits) => new RedisModelBroker(time, limits, connections, database)).RunAsync(steps)),
            RedisModelServer.Databases);
    }

    private static void Sample(int runs, Func<ModelStep[], Task> run, int threads = -1)
    {
        var operations = 0;
        Steps.Array[1, MaxSteps].Sample(
            steps =>
            {
                Interlocked.Add(ref operations, steps.Length);
                run(steps).GetAwaiter().GetResult();
            },
            iter: runs,
            threads: threads,
            print: steps => string.Join(Environment.NewLine, steps));
        Assert.True(operations >= LeastOperations, $"{operations} operations were compared, not {LeastOperations}.");
    }
}
