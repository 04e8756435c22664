using System.Globalization;
using Reliability.Worker;
using TaskGen;
using Xunit.Abstractions;

namespace Reliability.Tests;

/// <summary>Workers die again and again while there is work.</summary>
public sealed class RandomKillTests(ITestOutputHelper output)
{
    private const int Rounds = 20;
    private const int TasksEach = 10_000;
    private const int Workers = 4;
    private const int LongestMilliseconds = 20;
    private const int FailsFirstOneIn = 20;
    private const string SeedVariable = "TASKGEN_TEST_SEED";

    // With twenty kills one task can be hit often and is no poison for that.
    private static readonly Func<WorkerSettings, WorkerSettings> Configure = static settings =>
        settings with { Lease = TimeSpan.FromSeconds(3), Concurrency = 8, MaxCrashes = 50 };

    [Fact]
    public async Task Twenty_rounds_of_random_kills_over_twenty_thousand_tasks_lose_none_and_explain_every_second_start()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable(SeedVariable), CultureInfo.InvariantCulture, out var given)
            ? given
            : Random.Shared.Next();
        output.WriteLine($"Seed {seed}; {SeedVariable} repeats it.");
        var random = new Random(seed);
        await using var lab = await Lab.StartAsync();
        var plan = Enumerable.Range(0, 2 * TasksEach)
            .Select(_ => (Length: random.Next(LongestMilliseconds), FailsFirst: random.Next(FailsFirstOneIn) == 0))
            .ToList();
        var keeping = await lab.Probes.Work.DelayManyAsync(plan.Take(TasksEach), static task => new(task.Length, task.FailsFirst));
        var ignoring = await lab.Probes.WorkAside.DelayManyAsync(plan.Skip(TasksEach), static task => new(task.Length, task.FailsFirst));
        var kept = keeping.Select(static handle => handle.Id.Value).ToList();
        List<Guid> ids = [.. kept, .. ignoring.Select(static handle => handle.Id.Value)];

        var (kills, survivors) = await KillAtRandomAsync(lab, random);
        await WaitForEndOfAllAsync(lab, ids);
        await lab.AssertDrainedAsync();

        var rules = new StartRules(kills, settleWithin: TimeSpan.FromSeconds(2));
        var problems = rules.Judge(lab.Ledgers.Read(), ids);
        output.WriteLine(
            $"{ids.Count} tasks, {kills.Count} kills, {rules.AfterKill} starts after a kill, {rules.Retries} retries, "
            + $"{problems.Count} problems.");
        Assert.True(problems.Count == 0, $"Seed {seed}: {problems.Count} problems.\n{string.Join('\n', problems.Take(10))}");
        Assert.Equal(Rounds, kills.Count);
        Assert.True(rules.AfterKill > 0, "No kill hit a running task.");
        Assert.All(await lab.ReadRecordsAsync(kept), static record => Assert.Equal(TaskState.Succeeded, record?.State));
        Assert.All(survivors, static worker => Assert.Equal(0, worker.LeasesLost));
    }

    // Each kill comes at a number of ended tasks of its own, and so at any moment of what a worker does.
    private static async Task<(List<Kill> Kills, List<WorkerProcess> Alive)> KillAtRandomAsync(Lab lab, Random random)
    {
        var started = 0;
        WorkerProcess StartNext() => lab.Start(string.Create(CultureInfo.InvariantCulture, $"worker-{++started}"), Configure);
        var alive = Enumerable.Range(0, Workers).Select(_ => StartNext()).ToList();
        var kills = new List<Kill>();
        for (var round = 0; round < Rounds; round++)
        {
            // The last kill leaves something to do.
            var slice = 2 * TasksEach / (Rounds + 1);
            await lab.WaitForAsync(LedgerEvent.Ended, (round * slice) + random.Next(1, slice), Limits.Long);
            var victim = alive[random.Next(alive.Count)];
            kills.Add(await victim.KillAsync());
            alive.Remove(victim);
            alive.Add(StartNext());
        }

        return (kills, alive);
    }

    private static async Task WaitForEndOfAllAsync(Lab lab, List<Guid> ids)
    {
        var left = ids.ToHashSet();
        var seen = 0;
        await TaskGen.Servers.Wait.UntilAsync(
            () =>
            {
                var records = lab.Ledgers.Read();
                for (; seen < records.Count; seen++)
                {
                    if (records[seen].Event == LedgerEvent.Ended)
                    {
                        left.Remove(records[seen].Task);
                    }
                }

                return left.Count == 0;
            },
            Limits.Long,
            () => $"{left.Count} tasks have not ended: {string.Join(", ", left.Take(5))}");
    }
}
