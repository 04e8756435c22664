namespace TaskGen.Tests.Worker;

public sealed class ParkingTests
{
    [Fact]
    public async Task A_parent_and_its_child_finish_on_one_slot()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(1);
        host.Script.Body =
            async (text, _) => text == "parent" ? $"parent of {await (await host.DelayAsync<Profiles.Plain>("child")).GetAsync()}" : text;

        Assert.Equal("parent of child", await TestHost.ResultAsync(await host.DelayAsync<Profiles.Plain>("parent")));
        await Concurrency.AssertAsync(host, 1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Three_generations_with_three_children_each_finish_on_one_slot(bool dedicated)
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(1, dedicated);
        host.Script.Body = async (text, _) =>
        {
            if (text.Length == 3)
            {
                return text;
            }

            var children = await host.DelayManyAsync<Profiles.Plain>([$"{text}a", $"{text}b", $"{text}c"]);
            return string.Join(",", await Task.WhenAll(children.Select(static child => child.GetAsync())));
        };

        var result = await TestHost.ResultAsync(await host.DelayAsync<Profiles.Plain>(""));

        Assert.Equal(27, result.Split(',').Distinct().Count());
        await Concurrency.AssertAsync(host, 1);
    }

    [Fact]
    public async Task Three_generations_finish_on_two_workers_with_one_slot_each()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(1);
        await host.StartWorkerAsync(1);
        host.Script.Body = async (text, _) =>
        {
            if (text.Length == 3)
            {
                return text;
            }

            var children = await host.DelayManyAsync<Profiles.Plain>([$"{text}a", $"{text}b", $"{text}c"]);
            return string.Join(",", await Task.WhenAll(children.Select(static child => child.GetAsync())));
        };

        var result = await host.PumpAsync(await host.DelayAsync<Profiles.Plain>(""));

        Assert.Equal(27, result.Split(',').Distinct().Count());
        Assert.Equal(1 + 3 + 9 + 27, host.Script.Started.Count);
    }

    [Fact]
    public async Task A_thousand_parents_with_two_children_each_finish_on_one_slot()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(1);
        host.Script.Body = async (text, _) =>
        {
            if (text.Contains('/', StringComparison.Ordinal))
            {
                return text;
            }

            var children = await host.DelayManyAsync<Profiles.Plain>([$"{text}/1", $"{text}/2"]);
            return string.Concat(await Task.WhenAll(children.Select(static child => child.GetAsync())));
        };

        var parents = await host.DelayManyAsync<Profiles.Plain>(Enumerable.Range(0, 1_000).Select(static i => $"{i}"));
        var results = await host.PumpAsync(Task.WhenAll(parents.Select(static parent => parent.GetAsync())));

        Assert.Equal(Enumerable.Range(0, 1_000).Select(static i => $"{i}/1{i}/2"), results);
        Assert.Equal(3_000, host.Script.Started.Count);
        await Concurrency.AssertAsync(host, 1);
    }

    [Fact]
    public async Task Waiting_for_many_handles_gives_the_slot_back_once()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(2);
        var inside = new Concurrency();
        host.Script.Body = async (text, _) =>
        {
            if (text == "parent")
            {
                var children = await host.DelayManyAsync<Profiles.Plain>(Enumerable.Range(0, 50).Select(static i => $"{i}"));
                await Task.WhenAll(children.Select(static child => child.GetAsync()));
                return text;
            }

            inside.Enter();
            await Task.Yield();
            inside.Leave();
            return text;
        };

        await host.PumpAsync(await host.DelayAsync<Profiles.Plain>("parent"));

        Assert.InRange(inside.Most, 1, 2);
        await Concurrency.AssertAsync(host, 2);
    }

    [Fact]
    public async Task Waits_that_overlap_without_order_neither_lose_the_slot_nor_make_another()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(1);
        host.Script.Body = async (text, _) =>
        {
            if (!text.StartsWith("parent", StringComparison.Ordinal))
            {
                return text;
            }

            await Task.WhenAll(Enumerable.Range(0, 4).Select(async branch =>
            {
                for (var i = 0; i < 5; i++)
                {
                    await (await host.DelayAsync<Profiles.Plain>($"child of {text} {branch} {i}")).GetAsync();
                }
            }));
            return text;
        };

        var parents = await host.DelayManyAsync<Profiles.Plain>(Enumerable.Range(0, 20).Select(static i => $"parent {i}"));
        var all = Task.WhenAll(parents.Select(static parent => parent.GetAsync()));
        await host.PumpAsync(all);

        await Concurrency.AssertAsync(host, 1);
    }

    [Fact]
    public async Task A_wait_after_the_end_of_the_execution_does_nothing_to_slots()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(1);
        var gate = new Gate();
        var late = Task.CompletedTask;
        host.Script.Body = async (text, _) =>
        {
            if (text == "parent")
            {
                late = Task.Run(async () =>
                {
                    await gate.PassAsync();
                    for (var i = 0; i < 10; i++)
                    {
                        await (await host.DelayAsync<Profiles.Plain>($"late {i}")).GetAsync();
                    }
                });
            }

            await Task.Yield();
            return text;
        };
        await TestHost.ResultAsync(await host.DelayAsync<Profiles.Plain>("parent"));
        gate.Open();
        await TestHost.UntilAsync(() => Task.FromResult(late.IsCompleted));
        await late;

        await Concurrency.AssertAsync(host, 1);
    }

    [Fact]
    public async Task A_wait_that_times_out_in_a_parent_gives_the_slot_back_and_takes_it_again()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(1);
        host.Script.Body = async (text, _) =>
        {
            if (text != "parent")
            {
                return text;
            }

            var child = await host.DelayAsync<Profiles.Plain>("child", new EnqueueOptions { Countdown = TimeSpan.FromHours(1) });
            var error = await Assert.ThrowsAsync<TimeoutException>(() => child.GetAsync(TimeSpan.FromSeconds(30)));
            return error.Message;
        };

        var message = await host.PumpAsync(await host.DelayAsync<Profiles.Plain>("parent"));

        Assert.Contains("It was not canceled", message, StringComparison.Ordinal);
        await Concurrency.AssertAsync(host, 1);
    }

    [Fact]
    public async Task A_parked_parent_that_reaches_its_hard_limit_leaves_exactly_the_slots_there_were()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(3);
        host.Script.Body = async (text, _) =>
        {
            if (text.StartsWith("parent", StringComparison.Ordinal))
            {
                var child = await host.DelayAsync<Profiles.Plain>("child", new EnqueueOptions { Countdown = TimeSpan.FromMinutes(1) });
                return await child.GetAsync();
            }

            return text;
        };
        var parents = await host.DelayManyAsync<Profiles.Limited>(["parent 1", "parent 2", "parent 3", "parent 4", "parent 5"]);

        foreach (var parent in parents)
        {
            Assert.Equal(typeof(TaskTimeLimitException).FullName, (await host.PumpFailureAsync(parent)).RemoteExceptionType);
        }

        await host.PumpAsync(
            TestHost.UntilAsync(async () =>
                await host.Broker.CountAsync("default", CancellationToken.None) is { Delayed: 0, Pending: 0, Leased: 0 })
                .ContinueWith(static _ => true));
        await Concurrency.AssertAsync(host, 3);
    }

    [Fact]
    public async Task What_a_parent_keeps_in_async_locals_does_not_reach_other_tasks_on_dedicated_threads()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(1, dedicated: true);
        await Task.WhenAll(
            (await host.DelayManyAsync<Profiles.Plain>(Enumerable.Range(0, 200).Select(static i => $"warm {i}")))
                .Select(TestHost.ResultAsync));
        var tenant = new AsyncLocal<string?>();
        var gate = new Gate();
        host.Script.Body = async (text, _) =>
        {
            if (text != "parent")
            {
                return tenant.Value ?? "nobody";
            }

            tenant.Value = "somebody";
            await gate.PassAsync();
            return await (await host.DelayAsync<Profiles.Plain>("child")).GetAsync();
        };
        var handles = await host.DelayManyAsync<Profiles.Plain>(["parent", "1", "2"]);
        await gate.Arrived;
        await TestHost.UntilAsync(async () => (await host.Broker.CountAsync("default", CancellationToken.None)).Leased == 3);
        gate.Open();

        Assert.Equal(
            ["nobody", "nobody", "nobody"], await host.PumpAsync(Task.WhenAll(handles.Select(static handle => handle.GetAsync()))));
    }

    [Fact]
    public async Task Dedicated_threads_start_what_was_leased_ahead_without_waiting_for_the_clock()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(2, dedicated: true);

        var handles = await host.DelayManyAsync<Profiles.Plain>(Enumerable.Range(0, 500).Select(static i => $"{i}"));

        await Task.WhenAll(handles.Select(TestHost.ResultAsync));
        Assert.Equal(500, host.Script.Started.Count);
    }

    [Fact]
    public async Task A_parent_that_follows_the_progress_of_its_child_lends_it_its_slot()
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

        Assert.Equal("parent", await TestHost.ResultAsync(await host.DelayAsync<Profiles.Plain>("parent")));
        await Concurrency.AssertAsync(host, 1);
    }
}
