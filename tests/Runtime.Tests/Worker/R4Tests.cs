namespace TaskGen.Tests.Worker;

/// <summary>Tasks that running tasks dispatch starve nobody, and parents that wait for them still end (fault R4).</summary>
public sealed class R4Tests
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Two_tasks_that_dispatch_each_other_do_not_starve_a_hundred_others()
    {
        const int Others = 100;
        await using var host = new TestHost();
        var (turns, isOver) = (0, false);
        host.Script.Body = async (text, _) =>
        {
            if (text is "ping" or "pong" && !Volatile.Read(ref isOver))
            {
                Interlocked.Increment(ref turns);
                await host.DelayAsync<Profiles.Plain>(text == "ping" ? "pong" : "ping");
            }

            return text;
        };
        await host.DelayAsync<Profiles.Plain>("ping");
        var others = await host.DelayManyAsync<Profiles.Plain>(Enumerable.Range(0, Others).Select(static i => $"{i}"));
        await host.StartWorkerAsync(1);

        await Task.WhenAll(others.Select(static other => other.GetAsync())).WaitAsync(Long);

        // One of each, and what was leased before the other kind had anything.
        Assert.InRange(Volatile.Read(ref turns), 1, 2 * Others);
        Volatile.Write(ref isOver, true);
        Assert.Equal("0", host.Script.Started.First(static text => text is not ("ping" or "pong")));
    }

    [Fact]
    public async Task A_task_that_dispatches_itself_and_the_others_are_served_in_turn()
    {
        await using var host = new TestHost();
        var count = 0;
        var enough = new Gate();
        host.Script.Body = async (text, _) =>
        {
            if (text == "self" && Interlocked.Increment(ref count) < 5)
            {
                await host.DelayAsync<Profiles.Plain>("self");
            }
            else if (text == "self")
            {
                enough.Open();
            }

            return text;
        };
        await host.DelayManyAsync<Profiles.Plain>(["self", .. Enumerable.Range(0, 10).Select(static i => $"{i}")]);
        await host.StartWorkerAsync(1);

        await enough.PassAsync().WaitAsync(Long);

        var started = host.Script.Started;
        Assert.Equal(5, started.Count(static text => text == "self"));
        Assert.Equal(["self", "self", "0"], started.Take(3));
    }

    [Fact]
    public async Task Children_start_in_the_order_of_their_dispatch()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(1);
        var last = "";
        var done = new Gate();
        host.Script.Body = async (text, _) =>
        {
            if (text == "parent")
            {
                for (var i = 0; i < 10; i++)
                {
                    await host.DelayAsync<Profiles.Plain>($"{i}");
                }
            }
            else if ((last = text) == "9")
            {
                done.Open();
            }

            return text;
        };

        await host.DelayAsync<Profiles.Plain>("parent");
        await done.PassAsync().WaitAsync(Long);

        Assert.Equal(["parent", .. Enumerable.Range(0, 10).Select(static i => $"{i}")], host.Script.Started);
    }

    [Fact]
    public async Task A_thousand_parents_that_wait_for_ten_children_each_end_on_one_slot_and_few_of_them_wait_at_once()
    {
        const int Parents = 1_000;
        await using var host = new TestHost();
        var waiting = new Concurrency();
        host.Script.Body = async (text, _) =>
        {
            if (text.Contains('/', StringComparison.Ordinal))
            {
                return text;
            }

            var children = await host.DelayManyAsync<Profiles.Plain>(Enumerable.Range(0, 10).Select(i => $"{text}/{i}"));
            waiting.Enter();
            var results = await Task.WhenAll(children.Select(static child => child.GetAsync()));
            waiting.Leave();
            return $"{results.Length}";
        };
        var parents = await host.DelayManyAsync<Profiles.Plain>(Enumerable.Range(0, Parents).Select(static i => $"{i}"));
        await host.StartWorkerAsync(1);

        var results = await Task.WhenAll(parents.Select(static parent => parent.GetAsync())).WaitAsync(Long);

        Assert.All(results, static result => Assert.Equal("10", result));
        Assert.InRange(waiting.Most, 1, Parents / 10);
        await Concurrency.AssertAsync(host, 1);
    }
}
