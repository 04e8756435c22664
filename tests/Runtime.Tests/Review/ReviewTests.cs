using System.Collections;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using TaskGen.Brokers;

namespace TaskGen.Tests.Review;

public sealed class ReviewTests
{
    private static readonly AsyncLocal<string?> Local = new();

    // R1
    [Fact]
    public async Task A_task_on_its_way_to_a_thread_does_not_start_after_its_worker_has_left()
    {
        await using var host = new TestHost();
        var worker = await host.StartWorkerAsync(1, dedicated: true);
        var gate = new Gate();
        host.Script.Body = async (text, context) =>
        {
            if (text == "parent")
            {
                var child = await host.DelayAsync<Profiles.Plain>("child");
                _ = child.GetAsync();
                gate.Pass();
            }

            return text;
        };
        await host.DelayAsync<Profiles.Plain>("parent");
        await gate.Arrived;
        await Task.Delay(300);
        await worker.StopAsync(new CancellationToken(canceled: true)).WaitAsync(TestHost.Patience);
        gate.Open();
        await Task.Delay(500);
        Assert.Equal(["parent"], host.Script.Started);
    }

    // R1b
    [Fact]
    public async Task A_task_that_was_handed_back_before_its_body_began_does_not_begin()
    {
        await using var host = new TestHost();
        var worker = await host.StartWorkerAsync(1, queue: "hookq");
        var gate = new Gate();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "TaskGen",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStarted = activity =>
            {
                if (activity.DisplayName == "process hookq")
                {
                    gate.Pass();
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        await host.DelayAsync<Profiles.Plain>("x", new EnqueueOptions { Queue = "hookq" });
        await gate.Arrived;
        await worker.StopAsync(new CancellationToken(canceled: true)).WaitAsync(TestHost.Patience);
        gate.Open();
        await Task.Delay(500);
        Assert.Empty(host.Script.Started);
    }

    // R2
    [Fact]
    public async Task A_stand_in_thread_does_not_inherit_the_context_of_whoever_was_given_up()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(1, dedicated: true, queue: "cpu");
        var gate = new Gate();
        host.Script.Body = (text, _) =>
        {
            if (text == "deaf")
            {
                gate.Pass();
            }

            return Task.FromResult(Local.Value ?? "clean");
        };
        await host.DelayAsync<Profiles.CpuLimited>("deaf");
        await gate.Arrived;
        Local.Value = "leaked";
        host.Time.Advance(TimeSpan.FromSeconds(21));
        Local.Value = null;
        Assert.Equal("clean", await TestHost.ResultAsync(await host.DelayAsync<Profiles.CpuLimited>("next")));
        gate.Open();
    }

    // R3
    [Fact]
    public async Task The_loop_that_reads_watched_tasks_has_no_context_of_a_waiter()
    {
        var seen = new List<string?>();
        await using var host = new TestHost(decorate: (inner, _) => new Hooked(inner) { OnRead = () => { lock (seen) { seen.Add(Local.Value); } } });
        await host.StartWorkerAsync(1);
        Local.Value = "tenant-1";
        await TestHost.ResultAsync(await host.DelayAsync<Profiles.Plain>("x"));
        Assert.All(seen, Assert.Null);
    }

    // R4
    [Fact]
    public async Task What_a_dead_incarnation_leased_is_not_run_by_the_next()
    {
        TestHost host = null!;
        TaskWorker worker = null!;
        var armed = false;
        Hooked hooked = null!;
        host = new TestHost(decorate: (inner, _) => hooked = new Hooked(inner));
        hooked.OnLease = (request, reply) =>
        {
            if (reply.Tasks.Count == 0 || !armed)
            {
                return reply;
            }

            armed = false;
            return reply with
            {
                Tasks = new Trap<LeasedTask>(reply.Tasks, () =>
                {
                    host.Broker.Faults.StopHeartbeat(request.Worker);
                    host.Time.Advance(TimeSpan.FromSeconds(16));
                    host.Broker.MaintainAsync("default", new MaintenanceRequest(3), CancellationToken.None).AsTask().GetAwaiter().GetResult();
                    hooked.Loop(worker).Beat();
                }),
            };
        };
        worker = await host.StartWorkerAsync(1);
        var attempts = 0;
        host.Script.Body = (text, _) => Task.FromResult($"{text} {Interlocked.Increment(ref attempts)}");
        armed = true;
        await host.DelayAsync<Profiles.Ignored>("x");
        await host.PumpAsync(TestHost.UntilAsync(async () => (await host.Broker.CountAsync("default", default)) is { } c && c.Equals(default(QueueCounts))).ContinueWith(static _ => true));
        await Task.Delay(300);
        Assert.Equal(["x"], host.Script.Started);
        await host.DisposeAsync();
    }

    // R5
    [Fact]
    public async Task A_queue_that_has_left_is_not_called_dead_while_another_still_stops()
    {
        await using var host = new TestHost();
        var worker = await host.StartWorkerAsync(options =>
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
        var stopping = worker.StopAsync(default);
        await Task.Delay(1000);
        gate.Open();
        await stopping.WaitAsync(TestHost.Patience);
        Assert.DoesNotContain(host.Logs.Lines, static line => line.Contains("declared dead", StringComparison.Ordinal));
    }

    // R6
    [Fact]
    public async Task A_worker_whose_services_are_gone_takes_no_tasks()
    {
        var host = new TestHost();
        var worker = await host.StartWorkerAsync(1);
        await host.ProviderOf(worker).DisposeAsync();
        await host.DelayAsync<Profiles.Plain>("x");
        await Task.Delay(500);
        Assert.Empty(await host.DeadLettersAsync());
    }

    // R7
    [Fact]
    public async Task A_container_can_be_disposed_synchronously()
    {
        var services = new ServiceCollection();
        services.AddTaskGen().UseInMemory();
        using var provider = services.BuildServiceProvider();
        await Assert.ThrowsAsync<TaskNotFoundException>(() => provider.GetRequiredService<ITaskClient>().GetHandle(TaskId.Parse($"{Guid.CreateVersion7():N}.q")).GetAsync());
    }

    // R8
    [Fact]
    public async Task Looking_for_ids_of_made_up_queues_leaves_nothing_behind()
    {
        await using var host = new TestHost();
        var template = (await host.DelayAsync<Profiles.Plain>("x")).Id.ToString().Split('.')[0];
        for (var i = 0; i < 100; i++)
        {
            await Assert.ThrowsAsync<TaskNotFoundException>(() => host.Client.GetHandle(TaskId.Parse($"{template}.made-up-{i}")).GetAsync());
        }

        var field = typeof(TaskWatcher).GetField("_queues", System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!;
        Assert.True(((ICollection)field.GetValue(host.Services.GetRequiredService<TaskWatcher>())!).Count <= 1, $"{((ICollection)field.GetValue(host.Services.GetRequiredService<TaskWatcher>())!).Count}");
    }

    // R9
    [Fact]
    public async Task A_refusal_after_a_lost_reply_does_not_say_that_nothing_was_enqueued()
    {
        Hooked hooked = null!;
        await using var host = new TestHost(decorate: (inner, _) => hooked = new Hooked(inner));
        var calls = 0;
        hooked.OnEnqueue = apply => Interlocked.Increment(ref calls) == 1
            ? Lost(apply)
            : throw new TaskBrokerException("OOM");
        async ValueTask<IReadOnlyList<EnqueueOutcome>> Lost(Func<ValueTask<IReadOnlyList<EnqueueOutcome>>> apply)
        {
            await apply();
            throw new BrokerUnknownException("lost");
        }

        var enqueued = host.DelayAsync<Profiles.Plain>("x");
        await host.PumpAsync(enqueued.ContinueWith(static _ => true));
        Assert.Equal(1, (await host.Broker.CountAsync("default", default)).Pending);
        await Assert.ThrowsAsync<TaskEnqueueUnknownException>(() => enqueued);
    }

    // R10
    [Fact]
    public async Task The_heartbeat_ends_with_the_worker_even_if_leaving_fails()
    {
        Hooked hooked = null!;
        var host = new TestHost(decorate: (inner, _) => hooked = new Hooked(inner));
        var worker = await host.StartWorkerAsync(options =>
        {
            options.LeaseDuration = TimeSpan.FromMilliseconds(150);
            options.Queue("default");
        });
        hooked.OnLeave = static () => throw new ObjectDisposedException("connection");
        try
        {
            await worker.StopAsync(default).WaitAsync(TestHost.Patience);
        }
        catch (ObjectDisposedException)
        {
        }

        await Task.Delay(200);
        var before = hooked.Renewals;
        await Task.Delay(500);
        Assert.Equal(before, hooked.Renewals);
    }

    // R11
    [Fact]
    public async Task A_parent_that_follows_the_progress_of_its_child_gives_its_slot_back()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(1);
        host.Script.Body = async (text, _) =>
        {
            if (text == "parent")
            {
                var child = await host.DelayAsync<Profiles.Plain>("child");
                await foreach (var progress in child.ProgressAsync())
                {
                }
            }

            return text;
        };
        var parent = await host.DelayAsync<Profiles.Plain>("parent");
        Assert.Equal("parent", await parent.GetAsync().WaitAsync(TimeSpan.FromSeconds(5)));
    }

    // R12
    [Fact]
    public async Task What_a_callback_of_the_token_throws_does_not_go_unobserved()
    {
        var unobserved = 0;
        EventHandler<UnobservedTaskExceptionEventArgs> watch = (_, e) =>
        {
            if (e.Exception.ToString().Contains("callback-r12", StringComparison.Ordinal))
            {
                Interlocked.Increment(ref unobserved);
            }
        };
        TaskScheduler.UnobservedTaskException += watch;
        await using var host = new TestHost();
        await host.StartWorkerAsync(1);
        var gate = new Gate();
        host.Script.Body = async (text, context) =>
        {
            context.CancellationToken.Register(static () => throw new InvalidOperationException("callback-r12"));
            await gate.PassAsync(context.CancellationToken);
            return text;
        };
        var handle = await host.DelayAsync<Profiles.Limited>("x");
        await gate.Arrived;
        host.Time.Advance(TimeSpan.FromSeconds(11));
        await TestHost.FailureAsync(handle);
        await Task.Delay(100);
        for (var i = 0; i < 5; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await Task.Delay(20);
        }

        TaskScheduler.UnobservedTaskException -= watch;
        Assert.Equal(0, unobserved);
        Assert.Contains(host.Logs.Lines, static line => line.Contains("callback-r12", StringComparison.Ordinal));
    }

    // R13
    [Fact]
    public async Task A_watch_that_comes_with_the_close_is_closed()
    {
        await using var host = new TestHost();
        var watcher = new QueueWatcher("q", host.Broker, static () => throw new NotSupportedException(), host.Time, NullLogger.Instance, static _ => { }, new CancellationToken(canceled: true));
        var watch = watcher.Watch(Guid.CreateVersion7());
        await Assert.ThrowsAsync<ObjectDisposedException>(() => watch.NextAsync(default).AsTask().WaitAsync(TimeSpan.FromSeconds(3)));
    }

    // R15
    [Fact]
    public async Task A_worker_that_could_not_start_leaves_the_queue_it_had_joined_and_ends_its_threads()
    {
        Hooked hooked = null!;
        var host = new TestHost(decorate: (inner, _) => hooked = new Hooked(inner));
        hooked.OnListen = static () => throw new TaskBrokerException("no");
        var left = 0;
        hooked.OnLeave = () => left++;
        await Assert.ThrowsAsync<TaskBrokerException>(() => host.StartWorkerAsync(1, dedicated: true));
        Assert.Equal(1, left);
        await host.DisposeAsync();
    }

    private sealed class Hooked(IBroker inner) : DelegatingBroker(inner)
    {
        private int _renewals;

        public Action OnRead { get; set; } = static () => { };

        public Action OnLeave { get; set; } = static () => { };

        public Action OnListen { get; set; } = static () => { };

        public Func<LeaseRequest, LeaseReply, LeaseReply> OnLease { get; set; } = static (_, reply) => reply;

        public Func<Func<ValueTask<IReadOnlyList<EnqueueOutcome>>>, ValueTask<IReadOnlyList<EnqueueOutcome>>> OnEnqueue { get; set; } = static apply => apply();

        public int Renewals => Volatile.Read(ref _renewals);

        public LeaseLoop Loop(TaskWorker worker) =>
            ((List<QueueWorker>)typeof(TaskWorker).GetField("_queues", System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!.GetValue(worker)!)[0].Loop;

        public override ValueTask<IReadOnlyList<TaskRecord?>> ReadAsync(string queue, IReadOnlyList<Guid> ids, IBrokerWatch? watch, CancellationToken cancellationToken)
        {
            if (watch is not null)
            {
                OnRead();
            }

            return base.ReadAsync(queue, ids, watch, cancellationToken);
        }

        public override async ValueTask<LeaseReply> LeaseAsync(string queue, LeaseRequest request, CancellationToken cancellationToken) =>
            OnLease(request, await base.LeaseAsync(queue, request, cancellationToken));

        public override ValueTask<IReadOnlyList<EnqueueOutcome>> EnqueueAsync(string queue, EnqueueBatch batch, CancellationToken cancellationToken) =>
            OnEnqueue(() => base.EnqueueAsync(queue, batch, cancellationToken));

        public override ValueTask LeaveAsync(string queue, WorkerIncarnation worker, CancellationToken cancellationToken)
        {
            OnLeave();
            return base.LeaveAsync(queue, worker, cancellationToken);
        }

        public override ValueTask<IAsyncDisposable> ListenAsync(string queue, Action<BellReason> ring, CancellationToken cancellationToken)
        {
            OnListen();
            return base.ListenAsync(queue, ring, cancellationToken);
        }

        public override RenewReply Renew(string queue, WorkerIncarnation worker)
        {
            Interlocked.Increment(ref _renewals);
            return base.Renew(queue, worker);
        }
    }

    private sealed class Trap<T>(IReadOnlyList<T> inner, Action spring) : IReadOnlyList<T>
    {
        private Action? _spring = spring;

        public int Count
        {
            get
            {
                Interlocked.Exchange(ref _spring, null)?.Invoke();
                return inner.Count;
            }
        }

        public T this[int index] => inner[index];

        public IEnumerator<T> GetEnumerator() => inner.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
