using TaskGen.Servers;

namespace Pattern.Tests.Field;

/// <summary>Tasks that running tasks dispatch starve nobody, and parents that wait for them still end (fault R4).</summary>
[Collection(TaskPatterns.Name)]
public sealed class R4Tests(DataServers servers)
{
    /// <summary>Eleven thousand tasks, one at a time, on a busy machine.</summary>
    private static readonly TimeSpan VeryLong = TimeSpan.FromMinutes(10);

    [Theory, EachBackend]
    public async Task Two_tasks_that_dispatch_each_other_do_not_starve_a_hundred_others(Backend backend)
    {
        const int Others = 100;
        await using var application = await Application.StartAsync(servers, backend);
        var tasks = application.Of<FamilyTasksClient>();
        await tasks.Ping.DelayAsync();
        var others = await tasks.Other.DelayManyAsync(
            Enumerable.Range(0, Others).Select(static i => new FamilyTasksClient.OtherTask.Args(i)));
        await application.StartWorkerAsync("w", 1, "default");

        await Task.WhenAll(others.Select(static other => other.GetAsync(Limits.Long)));

        var turns = application.Probe.Marks.Reverse().SkipWhile(static mark => mark != "other").Count(static mark => mark != "other");
        Assert.InRange(turns, 2, 2 * Others);
    }

    [Theory, EachBackend]
    public async Task Children_run_in_the_order_of_their_dispatch(Backend backend)
    {
        await using var application = await Application.StartAsync(servers, backend);
        await application.StartWorkerAsync("w", 1, "default");

        await application.Of<FamilyTasksClient>().DispatchInOrder.DelayAsync();
        await application.Probe.UntilAsync("note 4");

        Assert.Equal(Enumerable.Range(0, 5).Select(static i => $"note {i}"), application.Probe.Marks);
    }

    [Theory, EachBackend]
    public async Task A_thousand_parents_that_wait_for_ten_children_each_end_and_few_of_them_wait_at_once(Backend backend)
    {
        const int Parents = 1_000;
        await using var application = await Application.StartAsync(servers, backend);
        var parents = await application.Of<FamilyTasksClient>().WaitForChildren
            .DelayManyAsync(Enumerable.Repeat(new FamilyTasksClient.WaitForChildrenTask.Args(10), Parents));
        await application.StartWorkerAsync("w", 1, "default");

        var results = await Task.WhenAll(parents.Select(static parent => parent.GetAsync(VeryLong)));

        Assert.All(results, static children => Assert.Equal(10, children));
        Assert.InRange(application.Probe.MostHolders, 1, Parents / 10);
    }
}
