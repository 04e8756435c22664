using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Reliability.Worker;
using TaskGen;
using TaskGen.Servers;
using Xunit.Abstractions;

namespace Reliability.Tests;

/// <summary>The largest chord there can be, and a chain as long as one can be.</summary>
public sealed class ChordTests(ITestOutputHelper output)
{
    private const int Members = 10_000;
    private const int Links = 1000;
    private const int LimitMicroseconds = 5000;

    // The log shows wall time: where other processes take the processors, a script of any length can be in it. So the server comes before
    // the workers, and one chord of a few without an entry shows what the scripts themselves take.
    private const int MaxRounds = 12;

    [Fact]
    public async Task A_chord_of_ten_thousand_completes_on_Redis_and_no_script_takes_long()
    {
        await using var lab = await Lab.StartAsync(new RedisServerOptions
        {
            Niceness = -20,
            Arguments =
                ["--slowlog-log-slower-than", LimitMicroseconds.ToString(CultureInfo.InvariantCulture), "--slowlog-max-len", "1000"],
        });
        await lab.StartWorkerAsync("first", static settings => settings with { Concurrency = 16 }, niceness: 19);
        await lab.StartWorkerAsync("second", static settings => settings with { Concurrency = 16 }, niceness: 19);
        for (var round = 1; ; round++)
        {
            await lab.CommandAsync("SLOWLOG", "RESET");
            await AssertChordAsync(lab.Client, lab.CanvasTasks, Members * round);
            var slow = await lab.SlowScriptsAsync();
            output.WriteLine($"Round {round}: {slow.Count} scripts over {LimitMicroseconds} us. {string.Join(", ", slow)}");
            if (slow.Count == 0)
            {
                break;
            }

            Assert.True(
                round < MaxRounds,
                $"In each of {MaxRounds} rounds scripts took longer than {LimitMicroseconds} us, now: {string.Join(", ", slow)}");
        }

        await lab.AssertDrainedAsync();
    }

    [Fact]
    public async Task A_chord_of_ten_thousand_completes_on_memory()
    {
        using var ledgers = new LedgerFolder();
        using var ledger = new LedgerFile(ledgers.NewLedger());
        using var host = ProbeHost.CreateEmbedded(ledger, concurrency: 16);
        await host.StartAsync();

        await AssertChordAsync(
            host.Services.GetRequiredService<ITaskClient>(), host.Services.GetRequiredService<CanvasTasksClient>(), Members);

        await host.StopAsync();
    }

    [Fact]
    public async Task A_chain_of_a_thousand_links_completes()
    {
        await using var lab = await Lab.StartAsync();
        await lab.StartWorkerAsync("first");
        var chain = lab.CanvasTasks.Leaf.Signature(1, Conduct.Succeed);
        for (var number = 2; number <= Links; number++)
        {
            chain = chain.Then(lab.CanvasTasks.Next.Partial(number, Conduct.Succeed));
        }

        var handle = await lab.Client.DelayAsync(chain);

        Assert.Equal(string.Join('>', Enumerable.Range(1, Links)), await handle.GetAsync(Limits.Long));
        Assert.Equal(Links, lab.Ledgers.Read(LedgerEvent.Ended).Count);
    }

    private static async Task AssertChordAsync(ITaskClient client, CanvasTasksClient tasks, int last)
    {
        var numbers = Enumerable.Range(last - Members + 1, Members).ToList();
        var group = TaskGen.Canvas.Group(numbers.Select(number => tasks.Leaf.Signature(number, Conduct.Succeed)));

        var handle = await client.DelayAsync(group.Then(tasks.Join.Partial(-last, Conduct.Succeed)));

        Assert.Equal(
            string.Create(CultureInfo.InvariantCulture, $"({string.Join(',', numbers)})>{-last}"), await handle.GetAsync(Limits.Long));
    }
}
