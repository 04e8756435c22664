using System.Diagnostics;
using System.Globalization;
using Reliability.Worker;
using Xunit.Abstractions;

namespace Reliability.Tests;

/// <summary>Dispatches of an idempotent task that meet.</summary>
public sealed class EqualDispatchTests(ITestOutputHelper output)
{
    private const int Processes = 4;
    private const int CountEach = 25;
    private const int Rounds = 10;
    private const int WarmUps = 1;

    [Fact]
    public async Task A_hundred_equal_dispatches_from_four_processes_at_once_run_one_body()
    {
        await using var lab = await Lab.StartAsync();
        await lab.StartWorkerAsync("first");
        await lab.StartWorkerAsync("second");
        var gate = lab.Ledgers.PathOf("gate");
        var dispatchers = Enumerable.Range(0, Processes).Select(_ => lab.StartDispatcher(gate, Rounds, CountEach)).ToList();
        await Task.WhenAll(
            dispatchers.Select(static process => process.WaitForLineAsync(static line => line == DispatchVerb.Ready, Limits.Soon)));

        Open(gate);
        Assert.All(
            await Task.WhenAll(dispatchers.Select(static process => process.WaitForExitAsync(Limits.Long))),
            static code => Assert.Equal(0, code));
        await Task.WhenAll(dispatchers.Select(static process => process.OutputEnded.WaitAsync(Limits.Soon)));

        var replies = dispatchers.Select(static process => process.Lines.Where(DispatchReply.IsLine).Select(DispatchReply.Parse).ToList())
            .ToList();
        for (var round = 0; round < Rounds; round++)
        {
            var number = round;
            var ofProcesses = replies.Select(process => process.Where(reply => reply.Round == number).ToList()).ToList();
            var all = ofProcesses.SelectMany(static process => process).ToList();
            Assert.Equal(Processes * CountEach, all.Count);
            Assert.Single(all.Select(static reply => reply.Id).Distinct());
            Assert.Single(all.Select(static reply => reply.Result).Distinct());
            Assert.Single(all, static reply => !reply.WasDeduplicated);
            output.WriteLine(
                $"Round {round}: {OthersInFlight(all)} of the other dispatches were on their way when the first was answered.");
        }

        var starts = lab.Ledgers.Read(LedgerEvent.Started);
        Assert.Equal(Rounds + WarmUps, starts.Count);
        Assert.Equal(starts.Count, starts.Select(static start => start.Task).Distinct().Count());
    }

    // Whole at once: a process that finds the gate finds the time in it.
    private static void Open(string gate)
    {
        var first = Stopwatch.GetTimestamp() + (Stopwatch.Frequency / 2);
        File.WriteAllText(gate + ".new", first.ToString(CultureInfo.InvariantCulture));
        File.Move(gate + ".new", gate);
    }

    private static int OthersInFlight(List<DispatchReply> replies)
    {
        var firstAnswer = replies.Min(static reply => reply.AnsweredAt);
        return replies.Count(reply => reply.SentAt < firstAnswer) - 1;
    }
}
