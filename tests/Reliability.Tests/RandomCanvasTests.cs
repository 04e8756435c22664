using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Reliability.Worker;
using TaskGen;
using TaskGen.Servers;
using Xunit.Abstractions;

namespace Reliability.Tests;

/// <summary>Random canvases against a reference that goes through them once.</summary>
public sealed class RandomCanvasTests(ITestOutputHelper output)
{
    private const int OnMemory = 1000;
    private const int OnRedis = 200;
    private const int Workers = 3;

    private static readonly TimeSpan BetweenKills = TimeSpan.FromSeconds(1);
    private static readonly Func<WorkerSettings, WorkerSettings> Configure = static settings =>
        settings with { Lease = TimeSpan.FromSeconds(2), Concurrency = 8, MaxCrashes = 100 };

    [Fact]
    public async Task A_thousand_random_canvases_on_memory_come_to_what_the_reference_says()
    {
        using var ledgers = new LedgerFolder();
        using var ledger = new LedgerFile(ledgers.NewLedger());
        using var host = ProbeHost.CreateEmbedded(ledger, concurrency: 16);
        await host.StartAsync();
        var batch = new CanvasBatch(OnMemory);
        output.WriteLine(batch.Summary);

        var problems = await batch.RunAsync(
            host.Services.GetRequiredService<ITaskClient>(), host.Services.GetRequiredService<CanvasTasksClient>(), ledgers, atOnce: 50);

        AssertNone(problems, batch);
        await host.StopAsync();
    }

    [Fact]
    public async Task Two_hundred_random_canvases_on_Redis_come_to_what_the_reference_says_while_workers_are_killed()
    {
        await using var lab = await Lab.StartAsync();
        var started = 0;
        WorkerProcess StartNext() => lab.Start(string.Create(CultureInfo.InvariantCulture, $"worker-{++started}"), Configure);
        var alive = Enumerable.Range(0, Workers).Select(_ => StartNext()).ToList();
        foreach (var worker in alive)
        {
            await worker.WaitUntilReadyAsync();
        }

        var batch = new CanvasBatch(OnRedis);
        output.WriteLine(batch.Summary);
        var running = batch.RunAsync(lab.Client, lab.CanvasTasks, lab.Ledgers, atOnce: 10);
        var kills = 0;
        for (var victim = 0; !running.IsCompleted; victim = (victim + 1) % Workers)
        {
            await Task.WhenAny(running, Task.Delay(BetweenKills));
            if (!running.IsCompleted)
            {
                await alive[victim].KillAsync();
                alive[victim] = StartNext();
                kills++;
            }
        }

        var problems = await running;
        output.WriteLine($"{kills} kills.");
        AssertNone(problems, batch);
        Assert.True(kills >= Workers, $"Only {kills} workers were killed: the canvases were over too soon to show anything.");
        await AssertNothingIsLeftAsync(lab);
    }

    private static void AssertNone(IReadOnlyList<string> problems, CanvasBatch batch) =>
        Assert.True(problems.Count == 0, $"{batch.Summary} {problems.Count} problems:\n{string.Join('\n', problems.Take(10))}");

    // Everything was of one result, so nothing of a canvas is worth keeping after its end.
    private static async Task AssertNothingIsLeftAsync(Lab lab)
    {
        IReadOnlyList<string> left = [];
        await Wait.UntilAsync(
            async () => (left = await lab.KeysAsync(static key => key.Contains(":canvas:", StringComparison.Ordinal) || key.Contains(":group:", StringComparison.Ordinal)
                || key.EndsWith(":deliveries", StringComparison.Ordinal))).Count == 0,
            Limits.Soon,
            () => $"{left.Count} keys are left: {string.Join(", ", left.Take(5))}");
    }
}
