using System.Collections.Concurrent;
using System.Diagnostics;
using TaskGen.Brokers;

namespace TaskGen.Tests.Worker;

/// <summary>The heartbeat keeps real time: these tests wait for a number of beats.</summary>
public sealed class HeartbeatTests
{
    [Fact]
    public async Task A_queue_that_the_worker_has_left_is_not_called_dead_while_another_still_stops()
    {
        HookedBroker? broker = null;
        await using var host = new TestHost(decorate: (inner, _) => broker = new HookedBroker(inner));
        var worker = await host.StartWorkerAsync(static options =>
        {
            options.LeaseDuration = TimeSpan.FromMilliseconds(300);
            options.Queue("default").Queue("other");
        });
        var gate = new Gate();
        host.Script.Body = async (text, _) =>
        {
            await gate.PassAsync();
            return text;
        };
        await host.DelayAsync<Profiles.Plain>("x");
        await gate.Arrived;

        var stopping = worker.StopAsync(CancellationToken.None);
        await TestHost.UntilAsync(() => Task.FromResult(broker!.Left.Contains("other")));
        var before = Beats();

        // Each beat goes over all queues, so that the one in the middle of three has come to the end.
        await TestHost.UntilAsync(() => Task.FromResult(Beats() >= before + 3));
        gate.Open();
        await stopping.WaitAsync(TestHost.Patience);

        Assert.DoesNotContain(host.Logs.Lines, static line => line.Contains("declared dead", StringComparison.Ordinal));

        int Beats() => broker!.Renewals.Count(static renewal => renewal.Queue == "default");
    }

    [Fact]
    public async Task The_heartbeat_ends_with_the_worker_even_if_leaving_fails()
    {
        HookedBroker? broker = null;
        await using var host = new TestHost(decorate: (inner, _) => broker = new HookedBroker(inner));
        var worker = await host.StartWorkerAsync(1, configure: Quick);
        await TestHost.UntilAsync(() => Task.FromResult(broker!.Renewals.Count > 0));
        var stopped = broker!.Renewals[0].Worker;
        broker.OnLeave = static () => throw new ObjectDisposedException("connection");

        var failure = await Record.ExceptionAsync(() => worker.StopAsync(CancellationToken.None).WaitAsync(TestHost.Patience));
        broker.OnLeave = static () => { };
        var before = Beats(stopped);

        // Another worker beats at the same pace: while it does so ten times, a heartbeat that has not ended would be heard.
        await host.StartWorkerAsync(1, configure: Quick);
        await TestHost.UntilAsync(() => Task.FromResult(broker.Renewals.Count(renewal => renewal.Worker != stopped) >= 10));

        Assert.Equal(before, Beats(stopped));
        Assert.Null(failure);

        int Beats(WorkerIncarnation of) => broker.Renewals.Count(renewal => renewal.Worker == of);
    }

    [Fact]
    public async Task A_heartbeat_without_an_answer_is_made_good_long_before_the_next_one_is_due()
    {
        HookedBroker? broker = null;
        await using var host = new TestHost(decorate: (inner, _) => broker = new HookedBroker(inner));
        var beats = new ConcurrentQueue<long>();
        broker!.OnRenewed = reply =>
        {
            beats.Enqueue(Stopwatch.GetTimestamp());
            return beats.Count == 1 ? throw new BrokerUnknownException("The reply was lost.") : reply;
        };

        // Beats every three seconds: the one after the lost reply comes a fifth of that later.
        await host.StartWorkerAsync(1, configure: static options => options.LeaseDuration = TimeSpan.FromSeconds(9));
        await TestHost.UntilAsync(() => Task.FromResult(beats.Count >= 2));

        var first = beats.First();
        Assert.True(Stopwatch.GetElapsedTime(first, beats.ElementAt(1)) < TimeSpan.FromSeconds(2.5));
    }

    private static void Quick(WorkerOptions options) => options.LeaseDuration = TimeSpan.FromMilliseconds(150);
}
