using System.Collections.Concurrent;
using TaskGen.Brokers;

namespace TaskGen.Tests.Worker;

/// <summary>What becomes of leases when leases end and replies and calls are lost. The heartbeat keeps real time.</summary>
public sealed class ResourceFaultTests
{
    [Fact]
    public async Task A_task_that_loses_its_lease_is_stopped_and_handed_back_with_nothing_counted()
    {
        await using var lab = new ResourceHost();
        await lab.Host.StartWorkerAsync(1, configure: ResourceHost.Quick);
        var (attempts, reasons, gate) = (new ConcurrentQueue<int>(), new ConcurrentQueue<StopReason>(), new Gate());
        lab.Host.Script.Body = async (text, context) =>
        {
            attempts.Enqueue(context.Attempt);
            await using var lease = await context.AcquireAsync(ResourceHost.Gpu, 1);
            if (attempts.Count > 1)
            {
                return text;
            }

            try
            {
                await gate.PassAsync(context.CancellationToken);
                return "not stopped";
            }
            finally
            {
                reasons.Enqueue(context.StopReason);
            }
        };
        var handle = await lab.Host.DelayAsync<Profiles.Plain>("loser");
        await gate.Arrived;

        lab.Host.Broker.Faults.SilenceHolder(lab.Broker.Holders[0]);
        lab.Host.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("loser", await TestHost.ResultAsync(handle));
        Assert.Equal([StopReason.LeaseLost], reasons);
        Assert.Equal([1, 1], attempts);
        Assert.Equal(2, lab.Broker.Holders.Count);
        Assert.DoesNotContain(lab.Host.Logs.Lines, static line => line.Contains("declared dead", StringComparison.Ordinal));
        await lab.UntilUnusedAsync();
        await Concurrency.AssertAsync(lab.Host, 1);
    }

    [Fact]
    public async Task A_task_that_loses_its_lease_and_returns_all_the_same_has_succeeded()
    {
        await using var lab = new ResourceHost();
        await lab.Host.StartWorkerAsync(1, configure: ResourceHost.Quick);
        var gate = new Gate();
        lab.Host.Script.Body = async (_, context) =>
        {
            await using var lease = await context.AcquireAsync(ResourceHost.Gpu, 1);
            await gate.PassAsync(context.CancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return $"{context.StopReason}";
        };
        var handle = await lab.Host.DelayAsync<Profiles.Plain>("stubborn");
        await gate.Arrived;

        lab.Host.Broker.Faults.SilenceHolder(lab.Broker.Holders[0]);
        lab.Host.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("LeaseLost", await TestHost.ResultAsync(handle));
        Assert.Single(lab.Host.Script.Started);
    }

    [Fact]
    public async Task A_task_that_was_canceled_stays_canceled_when_it_loses_its_lease_too()
    {
        await using var lab = new ResourceHost();
        await lab.Host.StartWorkerAsync(1, configure: ResourceHost.Quick);
        var (gate, lost) = (new Gate(), new Gate());
        lab.Host.Script.Body = async (text, context) =>
        {
            await using var lease = await context.AcquireAsync(ResourceHost.Gpu, 1);
            await gate.PassAsync(context.CancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await lost.PassAsync();
            context.CancellationToken.ThrowIfCancellationRequested();
            return text;
        };
        var handle = await lab.Host.DelayAsync<Profiles.Plain>("unlucky");
        await gate.Arrived;
        await handle.CancelAsync("not wanted");
        await lost.Arrived;

        lab.Host.Broker.Faults.SilenceHolder(lab.Broker.Holders[0]);
        lab.Host.Time.Advance(TimeSpan.FromSeconds(1));
        await TestHost.UntilAsync(
            () => Task.FromResult(lab.Host.Logs.Lines.Any(static line => line.Contains("lost its lease", StringComparison.Ordinal))));
        lost.Open();

        Assert.Equal(TaskState.Canceled, (await TestHost.UntilAsync(handle, static snapshot => snapshot.HasEnded)).State);
    }

    [Fact]
    public async Task A_lease_that_cannot_be_renewed_is_given_up_before_somebody_else_can_have_it()
    {
        await using var lab = new ResourceHost();
        await lab.Host.StartWorkerAsync(1, configure: ResourceHost.Quick);
        var gate = new Gate();
        lab.Host.Script.Body = async (text, context) =>
        {
            await using var lease = await context.AcquireAsync(ResourceHost.Gpu, 1);
            if (!gate.Arrived.IsCompleted)
            {
                await gate.PassAsync(context.CancellationToken);
            }

            return text;
        };
        lab.Broker.OnRenew = static () => throw new BrokerUnknownException("The reply was lost.");
        var handle = await lab.Host.DelayAsync<Profiles.Plain>("cut off");
        await gate.Arrived;

        Assert.Equal("cut off", await TestHost.ResultAsync(handle));
        Assert.Equal(2, lab.Host.Script.Started.Count);
        Assert.Contains(lab.Host.Logs.Lines, static line => line.Contains("could not be renewed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_call_that_is_lost_is_made_good_by_the_heartbeat()
    {
        await using var lab = new ResourceHost();
        await lab.Host.StartWorkerAsync(1, configure: ResourceHost.Quick);
        lab.Host.Script.Body = UseAsync;
        lab.Broker.LosesCalls = true;
        var stranger = await lab.OccupyAsync();
        var waiter = await lab.QueueUpAsync<Profiles.Plain>("waiter");

        await lab.VacateAsync(stranger);

        Assert.Equal("waiter", await TestHost.ResultAsync(waiter));
    }

    [Fact]
    public async Task A_lease_of_somebody_who_died_is_asked_for_when_its_lease_ends()
    {
        await using var lab = new ResourceHost();
        await lab.Host.StartWorkerAsync(1);
        lab.Host.Script.Body = UseAsync;
        var stranger = await lab.OccupyAsync();
        lab.Host.Broker.Faults.SilenceHolder(stranger);
        var diesAt = lab.Host.Time.GetUtcNow() + TimeSpan.FromSeconds(15);
        var waiter = await lab.QueueUpAsync<Profiles.Plain>("waiter");

        await lab.Host.PumpAsync(waiter);

        Assert.InRange(lab.Host.Time.GetUtcNow() - diesAt, TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Replies_that_are_lost_leave_neither_two_leases_nor_none()
    {
        await using var lab = new ResourceHost();
        await lab.Host.StartWorkerAsync(4);
        var asked = 0;
        lab.Broker.OnAcquired =
            reply => Interlocked.Increment(ref asked) % 3 != 0 ? throw new BrokerUnknownException("The reply was lost.") : reply;
        lab.Host.Script.Body = UseAsync;

        var handles = await lab.Host.DelayManyAsync<Profiles.Plain>(Enumerable.Range(0, 30).Select(static i => $"{i}"));
        await lab.Host.PumpAsync(Task.WhenAll(handles.Select(static handle => handle.GetAsync())));

        Assert.Equal(30, lab.Broker.Holders.Count);
        await lab.UntilUnusedAsync();
        await Concurrency.AssertAsync(lab.Host, 4);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Giving_back_never_throws_and_doing_it_again_does_nothing(bool isUnknown)
    {
        await using var lab = new ResourceHost();
        await lab.Host.StartWorkerAsync(1);
        var tried = 0;
        lab.Broker.OnRelease = () =>
        {
            tried++;
            throw isUnknown ? new BrokerUnknownException("The reply was lost.") : new TaskBrokerException("The broker is away.");
        };
        lab.Host.Script.Body = async (text, context) =>
        {
            var lease = await context.AcquireAsync(ResourceHost.Gpu, 1);
            await lease.DisposeAsync();
            await lease.DisposeAsync();
            return text;
        };

        Assert.Equal("x", await TestHost.ResultAsync(await lab.Host.DelayAsync<Profiles.Plain>("x")));

        // What may have been lost is said once more.
        Assert.Equal(isUnknown ? 2 : 1, tried);
    }

    [Fact]
    public async Task All_that_wait_in_a_worker_share_one_subscription_which_ends_with_the_last()
    {
        await using var lab = new ResourceHost();
        await lab.Host.StartWorkerAsync(1);
        lab.Host.Script.Body = UseAsync;
        var stranger = await lab.OccupyAsync();
        var handles = new List<TaskHandle<string>>();
        for (var index = 0; index < 20; index++)
        {
            handles.Add(await lab.QueueUpAsync<Profiles.Plain>($"{index}"));
        }

        await TestHost.UntilAsync(() => Task.FromResult(lab.Broker.Asked >= 40));
        Assert.Equal((1, 1), (lab.Broker.Listened, lab.Broker.Listening));
        await lab.VacateAsync(stranger);

        await Task.WhenAll(handles.Select(TestHost.ResultAsync));
        await TestHost.UntilAsync(() => Task.FromResult(lab.Broker.Listening == 0));

        // Twice when it came, before and after it could hear, once when it was called, and once when it became the first of its worker.
        Assert.InRange(lab.Broker.Asked, 41, 20 * 4);
    }

    private static async Task<string> UseAsync(string text, TaskContext context)
    {
        await using var lease = await context.AcquireAsync(ResourceHost.Gpu, 1);
        return text;
    }
}
