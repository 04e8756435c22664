using TaskGen;
using TaskGen.Servers;

namespace Pattern.Tests;

[Collection(TaskPatterns.Name)]
public sealed class Pattern10DispatchTests(DataServers servers)
{
    [Theory, EachBackend]
    public async Task Arguments_and_results_are_typed_from_end_to_end(Backend backend)
    {
        await using var application = await Application.StartAsync(servers, backend);
        await application.StartWorkerAsync("w1", 4, "default", "bulk");
        var tasks = application.Of<PowerTasksClient>();

        TaskHandle<double> nine = await tasks.Power.DelayAsync(3);
        double squared = await nine.GetAsync(Limits.Long);
        Assert.Equal(9, squared);
        Assert.Equal(81, await (await tasks.Power.With(new() { Queue = "bulk" }).DelayAsync(3, exponent: 4)).GetAsync(Limits.Long));

        Point? moved = await (await tasks.Move.DelayAsync(new Point(1, 2), (10, 20))).GetAsync(Limits.Long);
        Assert.Equal(new Point(11, 22), moved);
        Assert.Null(await (await tasks.Move.DelayAsync(null, (0, 0))).GetAsync(Limits.Long));

        TaskHandle noted = await application.Tasks.PowerTasks.Note.DelayAsync(["hello", "world"]);
        await noted.GetAsync(Limits.Long);
        Assert.Equal(1, application.Probe.Count("hello world"));
    }

    [Theory, EachBackend]
    public async Task Many_are_dispatched_at_once_and_each_result_is_found_again_by_its_id_in_another_process(Backend backend)
    {
        await using var application = await Application.StartAsync(servers, backend);
        await application.StartWorkerAsync("w1", 4, "default");
        IReadOnlyList<TaskHandle<double>> handles = await application.Of<PowerTasksClient>().Power
            .DelayManyAsync(Enumerable.Range(1, 1_000), static n => new(n, 3));

        var there = application.AddCaller();
        var cubes = await Task.WhenAll(
            handles.Select(handle => there.GetHandle<double>(TaskId.Parse(handle.Id.ToString())).GetAsync(Limits.Long)));

        Assert.Equal(Enumerable.Range(1, 1_000).Select(static n => Math.Pow(n, 3)), cubes);
    }
}
