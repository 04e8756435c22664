using TaskGen.Brokers;
using TaskGen.Serialization;

namespace TaskGen.Tests.Worker;

public sealed class LeaseTests
{
    [Fact]
    public async Task A_worker_that_lost_its_lease_cancels_its_tokens_is_refused_and_goes_on_as_a_new_incarnation()
    {
        RecordingBroker? broker = null;
        await using var host = new TestHost(decorate: (inner, time) => broker = new RecordingBroker(inner, time));
        await host.StartWorkerAsync(2, configure: Quick);
        var (reason, gate, late) = (new TaskCompletionSource<StopReason>(), new Gate(), new Gate());
        host.Script.Body = async (text, context) =>
        {
            if (text == "zombie" && context.Attempt == 1 && !gate.Arrived.IsCompleted)
            {
                await gate.PassAsync(context.CancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                reason.SetResult(context.StopReason);
                await late.PassAsync();
                return "late result";
            }

            return $"{text} again";
        };
        var handle = await host.DelayAsync<Profiles.Plain>("zombie");
        await gate.Arrived;
        var first = TestHost.WorkerOf(await TestHost.UntilAsync(handle, TaskState.Running));

        await KillAsync(host, first);

        Assert.Equal(StopReason.LeaseLost, await reason.Task.WaitAsync(TestHost.Patience));
        Assert.Equal("zombie again", await host.PumpAsync(handle));
        late.Open();
        Assert.Equal("next again", await host.PumpAsync(await host.DelayAsync<Profiles.Plain>("next")));
        Assert.Equal("zombie again", await TestHost.ResultAsync(handle));
        Assert.NotEqual(first, TestHost.WorkerOf(await handle.GetSnapshotAsync()));
        Assert.Equal(2, broker!.Joined.Distinct().Count());
        await Concurrency.AssertAsync(host, 2);
    }

    [Fact]
    public async Task A_task_that_outlives_its_workers_as_often_as_allowed_is_a_poison_message()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(1, configure: Quick);
        host.Script.Body = async (text, context) =>
        {
            if (text == "killer")
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, context.CancellationToken)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            return text;
        };
        var handle = await host.DelayAsync<Profiles.Plain>("killer");

        for (var crash = 1; crash <= 3; crash++)
        {
            var runs = crash;
            await host.PumpAsync(
                TestHost.UntilAsync(() => Task.FromResult(host.Script.Started.Count == runs)).ContinueWith(static _ => true));
            await KillAsync(host, TestHost.WorkerOf(await TestHost.UntilAsync(handle, TaskState.Running)));
        }

        var failure = await host.PumpFailureAsync(handle);
        Assert.Contains("poison", failure.RemoteMessage, StringComparison.Ordinal);
        var letter = Assert.Single(await host.DeadLettersAsync());
        Assert.Equal(DeadLetterReasons.Poison, letter.Reason);
        Assert.True(EnvelopeCodec.TryDecode(letter.Envelope, out var envelope, out _));
        Assert.Equal(3, envelope.Header.Crashes);
        Assert.Equal(3, host.Script.Started.Count);
        await Concurrency.AssertAsync(host, 1);
    }

    [Fact]
    public async Task A_lease_that_arrives_after_the_worker_was_declared_dead_is_not_run_under_the_dead_name()
    {
        RecordingBroker? broker = null;
        await using var host = new TestHost(decorate: (inner, time) => broker = new RecordingBroker(inner, time));
        await host.StartWorkerAsync(1, configure: Quick);
        var held = new TaskCompletionSource();
        broker!.ReplyHeld = held;
        var handle = await host.DelayAsync<Profiles.Plain>("x");
        await held.Task.WaitAsync(TestHost.Patience);
        await KillAsync(host, broker.Joined[0]);
        await TestHost.UntilAsync(
            () => Task.FromResult(host.Logs.Lines.Any(static line => line.Contains("was declared dead", StringComparison.Ordinal))));

        broker.LetReplyGo.SetResult();

        Assert.Equal("x", await host.PumpAsync(handle));
        Assert.Single(host.Script.Started);
    }

    [Fact]
    public async Task What_is_accepted_while_the_worker_is_declared_dead_is_not_run_by_the_next_incarnation()
    {
        HookedBroker? broker = null;
        await using var host = new TestHost(decorate: (inner, _) => broker = new HookedBroker(inner));
        await host.StartWorkerAsync(1, configure: Quick);
        var died = 0;
        broker!.OnLeased = (request, reply) => reply.Tasks.Count > 0 && Interlocked.Exchange(ref died, 1) == 0
            ? reply with { Tasks = new TrapList<LeasedTask>(reply.Tasks, () => Die(request.Worker)) }
            : reply;

        await host.DelayAsync<Profiles.Ignored>("x");
        await host.PumpAsync(TestHost.UntilAsync(() => Task.FromResult(host.Script.Started.Count > 0)).ContinueWith(static _ => true));

        // With one slot all runs in the order of the lease: what was left over would have come before this.
        Assert.Equal("last", await host.PumpAsync(await host.DelayAsync<Profiles.Plain>("last")));
        Assert.Equal(["x", "last"], host.Script.Started);

        void Die(WorkerIncarnation worker)
        {
            KillAsync(host, worker).GetAwaiter().GetResult();
            Assert.True(SpinWait.SpinUntil(
                () => host.Logs.Lines.Any(static line => line.Contains("was declared dead", StringComparison.Ordinal)), TestHost.Patience));
        }
    }

    [Fact]
    public async Task Suspects_whose_leases_are_lost_in_line_do_not_shut_the_gate_for_others()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(3, configure: Quick);
        var stuck = true;
        host.Script.Body = async (text, context) =>
        {
            if (stuck)
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, context.CancellationToken)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            return text;
        };
        var handles = await host.DelayManyAsync<Profiles.Plain>(["1", "2", "3"]);
        for (var round = 0; round < 3; round++)
        {
            var running = await host.PumpAsync(
                Task.WhenAny(handles.Select(static handle => TestHost.UntilAsync(handle, TaskState.Running))).Unwrap());
            await host.PumpAsync(
                TestHost.UntilAsync(async () => (await host.Broker.CountAsync("default", CancellationToken.None)).Leased == 3)
                    .ContinueWith(static _ => true));

            // In the last round one runs and is blamed, and two stand in line when their leases end.
            stuck = round < 2;
            await KillAsync(host, TestHost.WorkerOf(running));
        }

        var ends = await host.PumpAsync(Task.WhenAll(handles.Select(static handle => TestHost.UntilAsync(handle, static s => s.HasEnded))));
        Assert.Equal([TaskState.Succeeded, TaskState.Succeeded, TaskState.Failed], ends.Select(static s => s.State).Order());
        await Concurrency.AssertAsync(host, 3);
    }

    // The heartbeat keeps real time: with this lease it beats twice a second.
    private static void Quick(WorkerOptions options) => options.LeaseDuration = TimeSpan.FromSeconds(1.5);

    /// <summary>Lets the broker hear no more of an incarnation until it counts as dead.</summary>
    private static async Task KillAsync(TestHost host, WorkerIncarnation worker)
    {
        host.Broker.Faults.StopHeartbeat(worker);
        host.Time.Advance(TimeSpan.FromSeconds(16));
        await host.Broker.MaintainAsync("default", new MaintenanceRequest(3), CancellationToken.None);
    }
}
