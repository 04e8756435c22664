using System.Collections.Concurrent;

namespace TaskGen.Tests.Worker;

/// <summary>How tasks wait for a lease of a resource and give it back.</summary>
public sealed class ResourceTests
{
    [Fact]
    public async Task A_task_that_waits_for_a_resource_holds_no_concurrency_slot()
    {
        await using var lab = new ResourceHost();
        await lab.Host.StartWorkerAsync(1);
        lab.Host.Script.Body = UseUnless("other");
        var stranger = await lab.OccupyAsync();
        var waiter = await lab.QueueUpAsync<Profiles.Plain>("waiter");

        Assert.Equal("other", await TestHost.ResultAsync(await lab.Host.DelayAsync<Profiles.Plain>("other")));
        await lab.VacateAsync(stranger);

        Assert.Equal("waiter", await TestHost.ResultAsync(waiter));
        await lab.UntilUnusedAsync();
        await Concurrency.AssertAsync(lab.Host, 1);
    }

    [Fact]
    public async Task Those_that_wait_have_their_turn_in_the_order_in_which_they_came()
    {
        await using var lab = new ResourceHost();
        await lab.Host.StartWorkerAsync(1);
        await lab.Host.StartWorkerAsync(1);
        var turns = new ConcurrentQueue<string>();
        lab.Host.Script.Body = async (text, context) =>
        {
            await using var lease = await context.AcquireAsync(ResourceHost.Gpu, 1);
            turns.Enqueue(text);
            await Task.Yield();
            return text;
        };
        var stranger = await lab.OccupyAsync();
        var handles = new List<TaskHandle<string>>();
        foreach (var text in new[] { "1", "2", "3", "4", "5", "6" })
        {
            handles.Add(await lab.QueueUpAsync<Profiles.Plain>(text));
        }

        await lab.VacateAsync(stranger);

        await Task.WhenAll(handles.Select(TestHost.ResultAsync));
        Assert.Equal(["1", "2", "3", "4", "5", "6"], turns);
    }

    [Fact]
    public async Task Never_more_tasks_than_the_limit_are_inside_at_once()
    {
        await using var lab = new ResourceHost();
        await lab.Host.StartWorkerAsync(8);
        await lab.Host.StartWorkerAsync(8);
        var inside = new Concurrency();
        lab.Host.Script.Body = async (text, context) =>
        {
            await using var lease = await context.AcquireAsync(ResourceHost.Gpu, 3);
            inside.Enter();

            // The first ones wait for each other, so that all leases are used at once.
            await TestHost.UntilAsync(() => Task.FromResult(inside.Most >= 3));
            for (var turn = 0; turn < 20; turn++)
            {
                await Task.Yield();
            }

            inside.Leave();
            return text;
        };

        var handles = await lab.Host.DelayManyAsync<Profiles.Plain>(Enumerable.Range(0, 300).Select(static i => $"{i}"));
        await lab.Host.PumpAsync(Task.WhenAll(handles.Select(static handle => handle.GetAsync())));

        Assert.Equal(3, inside.Most);
        await lab.UntilUnusedAsync();
    }

    [Fact]
    public async Task With_different_limits_in_use_the_lowest_holds()
    {
        await using var lab = new ResourceHost();
        await lab.Host.StartWorkerAsync(4);
        var gate = new Gate();
        lab.Host.Script.Body = async (text, context) =>
        {
            await using var lease = await context.AcquireAsync(ResourceHost.Gpu, text == "modest" ? 1 : 5);
            await (text == "modest" ? gate.PassAsync() : Task.CompletedTask);
            return text;
        };
        var modest = await lab.Host.DelayAsync<Profiles.Plain>("modest");
        await gate.Arrived;

        var greedy = await lab.QueueUpAsync<Profiles.Plain>("greedy");
        gate.Open();

        Assert.Equal(["modest", "greedy"], await Task.WhenAll(TestHost.ResultAsync(modest), TestHost.ResultAsync(greedy)));
    }

    [Fact]
    public async Task A_task_that_is_canceled_while_it_waits_leaves_the_line()
    {
        await using var lab = new ResourceHost();
        await lab.Host.StartWorkerAsync(1);
        lab.Host.Script.Body = UseUnless("other");
        var stranger = await lab.OccupyAsync();
        var waiter = await lab.QueueUpAsync<Profiles.Plain>("waiter");

        await waiter.CancelAsync("not wanted");

        Assert.Equal(TaskState.Canceled, (await TestHost.UntilAsync(waiter, static snapshot => snapshot.HasEnded)).State);
        await TestHost.UntilAsync(() => Task.FromResult(lab.Broker.Released.Contains(lab.Broker.Holders[0])));
        Assert.Equal(0, (await lab.AskAsync(Guid.NewGuid())).Before);
        await lab.VacateAsync(stranger);
        await Concurrency.AssertAsync(lab.Host, 1);
    }

    [Fact]
    public async Task A_token_of_the_tasks_own_ends_the_wait()
    {
        await using var lab = new ResourceHost();
        await lab.Host.StartWorkerAsync(1);
        using var patience = new CancellationTokenSource();
        lab.Host.Script.Body = async (_, context) =>
        {
            var error = await Assert.ThrowsAsync<OperationCanceledException>(
                async () => await context.AcquireAsync(ResourceHost.Gpu, 1, patience.Token));
            Assert.Equal(patience.Token, error.CancellationToken);
            return $"gave up, {context.StopReason}";
        };
        await lab.OccupyAsync();
        var waiter = await lab.QueueUpAsync<Profiles.Plain>("waiter");

        await patience.CancelAsync();

        Assert.Equal("gave up, None", await TestHost.ResultAsync(waiter));
        Assert.Equal(0, (await lab.AskAsync(Guid.NewGuid())).Before);
        await Concurrency.AssertAsync(lab.Host, 1);
    }

    [Fact]
    public async Task What_a_task_does_not_give_back_is_given_back_when_it_ends()
    {
        await using var lab = new ResourceHost();
        await lab.Host.StartWorkerAsync(4);
        lab.Host.Script.Body = async (text, context) =>
        {
            await context.AcquireAsync(ResourceHost.Gpu, 1);
            return text == "fails" ? throw new InvalidOperationException("It fails.") : text;
        };

        foreach (var text in new[] { "fails", "forgets", "forgets again" })
        {
            await TestHost.UntilAsync(await lab.Host.DelayAsync<Profiles.Plain>(text), static snapshot => snapshot.HasEnded);
        }

        await lab.UntilUnusedAsync();
        Assert.Equal(3, lab.Broker.Holders.Count);
    }

    [Fact]
    public async Task A_task_that_is_given_up_at_its_hard_limit_gives_its_lease_back()
    {
        await using var lab = new ResourceHost();
        await lab.Host.StartWorkerAsync(1);
        var gate = new Gate();
        lab.Host.Script.Body = async (text, context) =>
        {
            await using var lease = await context.AcquireAsync(ResourceHost.Gpu, 1);
            await (text == "deaf" ? gate.PassAsync() : Task.CompletedTask);
            return text;
        };
        var deaf = await lab.Host.DelayAsync<Profiles.Limited>("deaf");
        await gate.Arrived;

        await lab.Host.PumpFailureAsync(deaf);

        Assert.Equal("next", await TestHost.ResultAsync(await lab.Host.DelayAsync<Profiles.Plain>("next")));
        gate.Open();
        await lab.UntilUnusedAsync();
    }

    [Fact]
    public async Task A_wait_that_nobody_awaits_ends_with_the_task()
    {
        await using var lab = new ResourceHost();
        await lab.Host.StartWorkerAsync(1);
        ValueTask<IAsyncDisposable> wait = default;
        lab.Host.Script.Body = async (text, context) =>
        {
            wait = context.AcquireAsync(ResourceHost.Gpu, 1);
            await TestHost.UntilAsync(() => Task.FromResult(lab.Broker.Asked > 0));
            return text;
        };
        var stranger = await lab.OccupyAsync();

        await TestHost.ResultAsync(await lab.Host.DelayAsync<Profiles.Plain>("hasty"));

        await Assert.ThrowsAsync<OperationCanceledException>(async () => await wait.AsTask().WaitAsync(TestHost.Patience));
        await lab.VacateAsync(stranger);
        await lab.UntilUnusedAsync();
        await Concurrency.AssertAsync(lab.Host, 1);
    }

    [Fact]
    public async Task After_its_end_a_task_cannot_acquire_any_more()
    {
        await using var lab = new ResourceHost();
        await lab.Host.StartWorkerAsync(1);
        TaskContext? ended = null;
        lab.Host.Script.Body = (text, context) =>
        {
            ended = context;
            return Task.FromResult(text);
        };
        await TestHost.ResultAsync(await lab.Host.DelayAsync<Profiles.Plain>("short"));
        await TestHost.UntilAsync(async () => (await lab.Host.Broker.CountAsync("default", CancellationToken.None)).Leased == 0);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(async () => await ended!.AcquireAsync(ResourceHost.Gpu, 1));

        Assert.Contains("has ended", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, lab.Broker.Asked);
    }

    [Theory]
    [InlineData("gpu 1", 1, "'gpu 1' is not a valid resource name")]
    [InlineData("", 1, "'' is not a valid resource name")]
    [InlineData("gpu", 0, "The limit for resource 'gpu' must be at least 1.")]
    [InlineData("gpu", -1, "The limit for resource 'gpu' must be at least 1.")]
    public async Task A_bad_name_and_a_bad_limit_are_refused(string resource, int limit, string message)
    {
        await using var lab = new ResourceHost();
        await lab.Host.StartWorkerAsync(1);
        lab.Host.Script.Body = async (_, context) => (await Assert.ThrowsAnyAsync<ArgumentException>(
            async () => await context.AcquireAsync(resource, limit))).Message;

        Assert.Contains(message, await TestHost.ResultAsync(await lab.Host.DelayAsync<Profiles.Plain>("x")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_that_stops_hands_waiters_back_and_leaves_the_line()
    {
        await using var lab = new ResourceHost();
        var worker = await lab.Host.StartWorkerAsync(1, configure: static options => options.ShutdownTimeout = TimeSpan.Zero);
        lab.Host.Script.Body = UseUnless("other");
        var stranger = await lab.OccupyAsync();
        var waiter = await lab.QueueUpAsync<Profiles.Plain>("waiter");

        await worker.StopAsync(CancellationToken.None).WaitAsync(TestHost.Patience);

        Assert.Equal(0, (await lab.AskAsync(Guid.NewGuid())).Before);
        Assert.Contains(lab.Broker.Holders[0], lab.Broker.Released);
        Assert.Equal(TaskState.Pending, (await waiter.GetSnapshotAsync()).State);
        await lab.VacateAsync(stranger);
        lab.Host.Script.Body = static (_, context) => Task.FromResult($"attempt {context.Attempt}");
        await lab.Host.StartWorkerAsync(1);
        Assert.Equal("attempt 1", await TestHost.ResultAsync(waiter));
    }

    [Fact]
    public async Task A_worker_that_stops_has_given_back_what_its_tasks_held()
    {
        await using var lab = new ResourceHost();
        var worker = await lab.Host.StartWorkerAsync(1, configure: static options => options.ShutdownTimeout = TimeSpan.Zero);
        var gate = new Gate();
        lab.Host.Script.Body = async (text, context) =>
        {
            await context.AcquireAsync(ResourceHost.Gpu, 1);
            await gate.PassAsync(context.CancellationToken);
            return text;
        };
        await lab.Host.DelayAsync<Profiles.Plain>("holder");
        await gate.Arrived;

        await worker.StopAsync(CancellationToken.None).WaitAsync(TestHost.Patience);

        Assert.Equal(0, lab.Host.Broker.Faults.CountResources());
    }

    private static Func<string, TaskContext, Task<string>> UseUnless(string free) => async (text, context) =>
    {
        if (text != free)
        {
            await using var lease = await context.AcquireAsync(ResourceHost.Gpu, 1);
        }

        return text;
    };
}
