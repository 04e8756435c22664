using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
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
    private const int Kills = 9;

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
        for (var kill = 1; kill <= Kills; kill++)
        {
            // By what has ended and not by time, so that every kill comes while there is work.
            await Wait.UntilAsync(
                () => batch.Ended >= kill * OnRedis / (Kills + 1), Limits.Long, () => $"{batch.Summary} Only {batch.Ended} have ended.");
            await alive[kill % Workers].KillAsync();
            alive[kill % Workers] = StartNext();
        }

        var problems = await running;
        AssertNone(problems, batch);
        await AssertNothingIsLeftAsync(lab);
    }

    private static void AssertNone(IReadOnlyList<string> problems, CanvasBatch batch) =>
        Assert.True(problems.Count == 0, $"{batch.Summary} {problems.Count} problems:\n{string.Join('\n', problems.Take(10))}");

    // Everything was of one result, so nothing of a canvas is worth keeping after its end.
    private static async Task AssertNothingIsLeftAsync(Lab lab)
    {
        IReadOnlyList<string> left = [];
        await Wait.UntilAsync(
            async () => (left = await lab.KeysAsync(
                static key => key.Contains(":canvas:", StringComparison.Ordinal) || key.Contains(":group:", StringComparison.Ordinal)
                    || key.EndsWith(":deliveries", StringComparison.Ordinal))).Count == 0,
            Limits.Soon,
            () => $"{left.Count} keys are left: {string.Join(", ", left.Take(5))}");
    }
}
