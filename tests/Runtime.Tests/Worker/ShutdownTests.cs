using System.Diagnostics;
using System.Text.Json;
using TaskGen.Brokers;
using TaskGen.Serialization;

namespace TaskGen.Tests.Worker;

public sealed class ShutdownTests
{
    [Fact]
    public async Task Running_tasks_finish_within_the_time_out_and_nothing_goes_back()
    {
        await using var host = new TestHost();
        var worker = await host.StartWorkerAsync(1);
        var gate = new Gate();
        host.Script.Body = async (text, context) =>
        {
            await gate.PassAsync(context.CancellationToken);
            return text;
        };
        var handle = await host.DelayAsync<Profiles.Plain>("x");
        await gate.Arrived;

        var stopping = worker.StopAsync(CancellationToken.None);
        host.Time.Advance(TimeSpan.FromSeconds(29));
        Assert.False(stopping.IsCompleted);
        gate.Open();
        await stopping.WaitAsync(TestHost.Patience);

        Assert.Equal("x", await TestHost.ResultAsync(handle));
        Assert.Contains(host.Logs.Lines, static line => line.Contains("has stopped. 0 task(s) were returned", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Past_the_time_out_tokens_say_shutdown_and_the_tasks_go_back_uncounted_to_be_run_by_another_worker()
    {
        await using var host = new TestHost();
        var worker = await host.StartWorkerAsync(1);
        var gate = new Gate();
        var reason = new TaskCompletionSource<StopReason>(TaskCreationOptions.RunContinuationsAsynchronously);
        host.Script.Body = async (text, context) =>
        {
            context.Progress.Report(1, 2, "half");
            try
            {
                await gate.PassAsync(context.CancellationToken);
            }
            finally
            {
                reason.TrySetResult(context.StopReason);
            }

            return $"{text} on attempt {context.Attempt}";
        };
        var handle = await host.DelayAsync<Profiles.Plain>("x");
        await gate.Arrived;

        await host.PumpAsync(worker.StopAsync(CancellationToken.None).ContinueWith(static _ => true), TimeSpan.FromSeconds(1));

        // The worker waits a second of the test's clock, which can pass before the method has run on a busy machine.
        Assert.Equal(StopReason.Shutdown, await reason.Task.WaitAsync(TimeSpan.FromSeconds(30)));
        var snapshot = await handle.GetSnapshotAsync();
        Assert.Equal(TaskState.Pending, snapshot.State);
        Assert.Equal("half", snapshot.Progress!.Status);
        gate.Open();
        await host.StartWorkerAsync(1);
        Assert.Equal("x on attempt 1", await TestHost.ResultAsync(handle));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_canceled_stop_ends_at_once_and_hands_deaf_handlers_back(bool dedicated)
    {
        await using var host = new TestHost();
        var worker = await host.StartWorkerAsync(2, dedicated);
        var gate = new Gate();
        host.Script.Body = (text, _) =>
        {
            gate.Pass();
            return Task.FromResult(text);
        };
        var handle = await host.DelayAsync<Profiles.Plain>("deaf");
        await gate.Arrived;

        await worker.StopAsync(new CancellationToken(canceled: true)).WaitAsync(TestHost.Patience);

        Assert.Equal(TaskState.Pending, (await handle.GetSnapshotAsync()).State);
        gate.Open();
        host.Script.Body = static (text, context) => Task.FromResult($"{text} {context.Attempt} {context.MaxAttempts}");
        await host.StartWorkerAsync(1);
        Assert.Equal("deaf 1 1", await TestHost.ResultAsync(handle));
        Assert.Empty(await host.DeadLettersAsync());
    }

    [Fact]
    public async Task What_was_leased_ahead_and_not_started_goes_back_in_its_order()
    {
        await using var host = new TestHost();
        var worker = await host.StartWorkerAsync(1);
        await Task.WhenAll(
            (await host.DelayManyAsync<Profiles.Plain>(Enumerable.Range(0, 300).Select(static i => $"warm {i}")))
                .Select(TestHost.ResultAsync));
        var gate = new Gate();
        host.Script.Body = async (text, context) =>
        {
            if (text == "running")
            {
                await gate.PassAsync(context.CancellationToken);
            }

            return text;
        };
        await host.DelayManyAsync<Profiles.Plain>(["running", "1", "2", "3", "4", "5"]);
        await gate.Arrived;
        await TestHost.UntilAsync(async () => (await host.Broker.CountAsync("default", CancellationToken.None)).Leased == 6);
        await worker.StopAsync(new CancellationToken(canceled: true)).WaitAsync(TestHost.Patience);
        Assert.Equal(6, (await host.Broker.CountAsync("default", CancellationToken.None)).Pending);

        gate.Open();
        Assert.Equal(["1", "2", "3", "4", "5"], (await LeaseAllAsync(host)).Where(static text => text != "running"));
    }

    [Fact]
    public async Task A_lease_that_arrives_while_the_worker_stops_is_handed_back_and_not_started()
    {
        RecordingBroker? broker = null;
        await using var host = new TestHost(decorate: (inner, time) => broker = new RecordingBroker(inner, time));
        var worker = await host.StartWorkerAsync(1);
        var held = new TaskCompletionSource();
        broker!.ReplyHeld = held;
        var handle = await host.DelayAsync<Profiles.Plain>("x");
        await held.Task.WaitAsync(TestHost.Patience);

        var stopping = worker.StopAsync(CancellationToken.None);
        broker.LetReplyGo.SetResult();
        await stopping.WaitAsync(TestHost.Patience);

        Assert.Empty(host.Script.Started);
        Assert.Equal(TaskState.Pending, (await handle.GetSnapshotAsync()).State);
        await host.StartWorkerAsync(1);
        Assert.Equal("x", await TestHost.ResultAsync(handle));
        Assert.Equal(0, Crashes(host, handle));
    }

    [Fact]
    public async Task A_storm_of_stops_loses_nothing_and_counts_nothing()
    {
        await using var host = new TestHost();
        host.Script.Body = static async (text, context) =>
        {
            await Task.Yield();
            context.CancellationToken.ThrowIfCancellationRequested();
            return $"{text} {context.Attempt}";
        };
        var handles = await host.DelayManyAsync<Profiles.Plain>(Enumerable.Range(0, 1_000).Select(static i => $"{i}"));
        for (var i = 0; i < 20; i++)
        {
            var worker = await host.StartWorkerAsync(4);
            await worker.StopAsync(new CancellationToken(canceled: true)).WaitAsync(TestHost.Patience);
        }

        await host.StartWorkerAsync(4);
        var results = await host.PumpAsync(Task.WhenAll(handles.Select(static handle => handle.GetAsync())));

        Assert.Equal(Enumerable.Range(0, 1_000).Select(static i => $"{i} 1"), results);
    }

    [Fact]
    public async Task A_task_on_its_way_to_a_thread_goes_back_and_does_not_start_after_its_worker_has_left()
    {
        RecordingBroker? recorder = null;
        HookedBroker? broker = null;
        await using var host = new TestHost(
            decorate: (inner, time) => broker = new HookedBroker(recorder = new RecordingBroker(inner, time)));
        var worker = await host.StartWorkerAsync(1, dedicated: true);
        Assert.Equal("warm", await TestHost.ResultAsync(await host.DelayAsync<Profiles.Plain>("warm")));
        var (gate, accepted, childCame) = (new Gate(), new TaskCompletionSource(), false);
        TaskHandle<string>? child = null;
        TaskScheduler? threads = null;
        host.Script.Body = async (text, context) =>
        {
            if (text == "parent")
            {
                threads = TaskScheduler.Current;
                child = await host.DelayAsync<Profiles.Plain>("child");
                _ = child.GetAsync();
                gate.Pass();
            }

            return text;
        };

        // A quick worker asks for more as soon as it has accepted what came.
        broker!.OnLeased = (_, reply) =>
        {
            if (childCame)
            {
                accepted.TrySetResult();
            }

            childCame |= reply.Tasks.Count > 0 && host.Script.Started.Contains("parent");
            return reply;
        };
        await host.DelayAsync<Profiles.Plain>("parent");
        await gate.Arrived;
        await accepted.Task.WaitAsync(TestHost.Patience);
        var afterChild = Task.Factory.StartNew(static () => { }, CancellationToken.None, TaskCreationOptions.None, threads!);

        await worker.StopAsync(new CancellationToken(canceled: true)).WaitAsync(TestHost.Patience);

        await afterChild.WaitAsync(TestHost.Patience);
        gate.Open();
        Assert.Equal(["warm", "parent"], host.Script.Started);
        Assert.Contains(
            recorder!.Settled, settlement => settlement.Key.Id == child!.Id.Value && settlement.Kind == SettlementKind.HandBack);
    }

    [Fact]
    public async Task A_task_that_was_handed_back_before_its_body_began_does_not_begin()
    {
        const string Queue = "handed-back-unbegun";
        await using var host = new TestHost();
        var worker = await host.StartWorkerAsync(1, queue: Queue);
        var (gate, over) = (new Gate(), new TaskCompletionSource());
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "TaskGen",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStarted = activity => When(activity, gate.Pass),
            ActivityStopped = activity => When(activity, () => over.TrySetResult()),
        };
        ActivitySource.AddActivityListener(listener);
        await host.DelayAsync<Profiles.Plain>("x", new EnqueueOptions { Queue = Queue });
        await gate.Arrived;

        await worker.StopAsync(new CancellationToken(canceled: true)).WaitAsync(TestHost.Patience);
        gate.Open();

        await over.Task.WaitAsync(TestHost.Patience);
        Assert.Empty(host.Script.Started);

        static void When(Activity activity, Action action)
        {
            if (activity.DisplayName == $"process {Queue}")
            {
                action();
            }
        }
    }

    [Fact]
    public async Task A_worker_that_could_not_start_leaves_the_queue_it_had_joined()
    {
        HookedBroker? broker = null;
        await using var host = new TestHost(decorate: (inner, _) => broker = new HookedBroker(inner));
        broker!.OnListen = static () => throw new TaskBrokerException("The broker refused.") { NeedsConfiguration = true };

        await Assert.ThrowsAsync<TaskBrokerException>(() => host.StartWorkerAsync(1, dedicated: true));

        Assert.Equal(["default"], broker.Left);
    }

    private static int Crashes(TestHost host, TaskHandle handle) =>
        host.Logs.Lines.Count(
            line => line.Contains(handle.Id.ToString(), StringComparison.Ordinal) && line.Contains("poison", StringComparison.Ordinal));

    /// <summary>The texts of what waits, in the order in which the broker gives it out.</summary>
    private static async Task<IReadOnlyList<string?>> LeaseAllAsync(TestHost host)
    {
        var worker = new WorkerIncarnation("reader", Guid.CreateVersion7());
        await host.Broker.JoinAsync("default", worker, TimeSpan.FromSeconds(15), CancellationToken.None);
        var reply = await host.Broker.LeaseAsync(
            "default", new LeaseRequest { Worker = worker, Number = 1, MaxTasks = 100 }, CancellationToken.None);
        return [.. reply.Tasks.Select(static task => EnvelopeCodec.TryDecode(task.Envelope, out var envelope, out _)
            ? JsonDocument.Parse(envelope.Arguments).RootElement.GetProperty("text").GetString()
            : null)];
    }
}
