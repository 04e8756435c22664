using System.Globalization;
using Reliability.Worker;
using TaskGen;
using TaskGen.Servers;

namespace Reliability.Tests;

/// <summary>Many random canvases, a few at a time.</summary>
internal sealed class CanvasBatch
{
    private const string SeedVariable = "TASKGEN_TEST_SEED";
    private const int CanceledOneIn = 8;
    private const int LongestMilliseconds = 150;

    private readonly Random _random;
    private readonly List<CanvasRun> _runs;
    private int _ended;

    public CanvasBatch(int count)
    {
        Seed = int.TryParse(Environment.GetEnvironmentVariable(SeedVariable), CultureInfo.InvariantCulture, out var given)
            ? given
            : Random.Shared.Next();
        _random = new Random(Seed);
        var maker = new PlanMaker(_random);
        _runs = [.. Enumerable.Range(0, count).Select(_ => new CanvasRun(maker.Next()))];
    }

    public int Seed { get; }

    /// <summary>How many have ended so far.</summary>
    public int Ended => Volatile.Read(ref _ended);

    public string Summary =>
        $"Seed {Seed} ({SeedVariable} repeats it): {_runs.Count} canvases, {_runs.Sum(static run => run.Bodies)} bodies.";

    /// <summary>Runs all, and says what is wrong.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(ITaskClient client, CanvasTasksClient tasks, LedgerFolder ledgers, int atOnce)
    {
        using var room = new SemaphoreSlim(atOnce);
        var waits = _runs
            .Select(_ => _random.Next(CanceledOneIn) == 0 ? TimeSpan.FromMilliseconds(_random.Next(LongestMilliseconds)) : (TimeSpan?)null)
            .ToList();
        var problems = (await Task.WhenAll(_runs.Zip(waits, (run, wait) => RunOneAsync(run, wait)))).OfType<string>().ToList();

        // What runs after a failure may still be on its way when the whole has ended.
        Dictionary<int, HashSet<Guid>> ids = [];
        await Wait.UntilAsync(
            () =>
            {
                ids = ledgers.Read(LedgerEvent.Started)
                    .Where(static record => record.Number != 0)
                    .GroupBy(static record => record.Number)
                    .ToDictionary(static group => group.Key, static group => group.Select(static record => record.Task).ToHashSet());
                return _runs.TrueForAll(run => run.HasRun(ids));
            },
            Limits.Soon,
            () => $"{Summary} Some bodies never ran:\n{string.Join('\n', _runs.SelectMany(run => run.Judge(ids)).Take(10))}");
        return [.. problems, .. _runs.SelectMany(run => run.Judge(ids))];

        async Task<string?> RunOneAsync(CanvasRun run, TimeSpan? wait)
        {
            await room.WaitAsync();
            try
            {
                return await run.RunAsync(client, tasks, wait);
            }
            finally
            {
                Interlocked.Increment(ref _ended);
                room.Release();
            }
        }
    }
}
