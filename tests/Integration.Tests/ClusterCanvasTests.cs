using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using TaskGen;
using TaskGen.Servers;

namespace Integration.Tests;

/// <summary>Canvases on a Cluster, whose parts lie in slots of different nodes.</summary>
public sealed class ClusterCanvasTests
{
    private const int Queues = 8;
    private const int Canvases = 40;

    [Fact]
    public async Task What_follows_reaches_the_queues_of_all_nodes()
    {
        await using var cluster = await RedisCluster.StartAsync();
        Assert.Equal(3, await CountNodesAsync(cluster));
        await using var application = new Application();
        var client = application.CreateClient(cluster.Configuration);
        await application.StartWorkerAsync(cluster.Configuration, static worker =>
        {
            for (var queue = 0; queue < Queues; queue++)
            {
                worker.Queue(NameOf(queue), static options => options.Concurrency = 4);
            }
        });
        var tasks = client.Services.GetRequiredService<ITaskClient>();
        var hops = client.Services.GetRequiredService<HopTasksClient>();

        var chords = await Task.WhenAll(Enumerable.Range(0, Canvases).Select(first => tasks.DelayAsync(Chord(hops, first))));
        Assert.All(
            await Task.WhenAll(chords.Select(static chord => chord.GetAsync(Limits.Long))).WaitAsync(Limits.Long),
            static (result, first) => Assert.Equal(Expected(first), result));

        var group = await tasks.DelayAsync(
            Canvas.Group(Enumerable.Range(0, Queues).Select(queue => hops.Start.With(On(queue)).Signature())));
        Assert.Equal(Enumerable.Range(0, Queues).Select(NameOf), await group.GetAsync(Limits.Long));
    }

    [Fact]
    public async Task A_failure_is_heard_of_in_another_slot_and_a_cancel_reaches_all_of_them()
    {
        await using var cluster = await RedisCluster.StartAsync();
        await using var application = new Application();
        var client = application.CreateClient(cluster.Configuration);
        var tasks = client.Services.GetRequiredService<ITaskClient>();
        var hops = client.Services.GetRequiredService<HopTasksClient>();
        var heard = new TaskId(Guid.CreateVersion7(), NameOf(2));
        List<TaskId> members = [.. Enumerable.Range(0, Queues).Select(static queue => new TaskId(Guid.CreateVersion7(), NameOf(queue)))];

        // Nobody serves the queues yet: everything that was started waits.
        var canceled = await tasks.DelayAsync(
            Canvas.Group(members.Select(id => hops.Start.With(new() { Queue = id.Queue, Id = id }).Signature())));
        await Wait.UntilAsync(
            async () => (await Task.WhenAll(members.Select(id => IsKnownAsync(tasks, id)))).All(static known => known),
            Limits.Long,
            static () => "Not all members were dispatched.");
        Assert.True(await canceled.CancelAsync("enough"));
        await Wait.UntilAsync(
            async () => (await Task.WhenAll(members.Select(id => tasks.GetHandle(id).GetSnapshotAsync())))
                .All(static member => member.State == TaskState.Canceled),
            Limits.Long,
            static () => "Not all members were canceled.");

        await application.StartWorkerAsync(cluster.Configuration, static worker =>
        {
            for (var queue = 0; queue < Queues; queue++)
            {
                worker.Queue(NameOf(queue), static options => options.Concurrency = 4);
            }
        });
        var failing = await tasks.DelayAsync(
            hops.Start.With(On(0)).Signature().Then(hops.Fail.With(On(1)).Partial()).OnError(
                hops.Hear.With(new() { Queue = NameOf(2), Id = heard }).Partial()));

        var failure = await Assert.ThrowsAsync<TaskFailedException>(() => failing.GetAsync(Limits.Long));
        Assert.Equal("queue-0 leads nowhere.", failure.RemoteMessage);
        await Wait.UntilAsync(() => IsKnownAsync(tasks, heard), Limits.Long, static () => "The failure was not heard of.");
        Assert.Equal("queue-0 leads nowhere. Heard on queue-2.", await tasks.GetHandle<string>(heard).GetAsync(Limits.Long));
    }

    private static Signature<string> Chord(HopTasksClient hops, int first) => Canvas
        .Group(
            Enumerable.Range(first, 3)
                .Select(queue => hops.Start.With(On(queue)).Signature().Then(hops.Next.With(On(queue + 1)).Partial())))
        .Then(hops.Gather.With(On(first + 5)).Partial());

    private static string Expected(int first)
    {
        var members = Enumerable.Range(first, 3).Select(static queue => $"{NameOf(queue)}>{NameOf(queue + 1)}");
        return $"({string.Join(',', members)})>{NameOf(first + 5)}";
    }

    private static EnqueueOptions On(int queue) => new() { Queue = NameOf(queue) };

    private static string NameOf(int queue) => string.Create(CultureInfo.InvariantCulture, $"queue-{queue % Queues}");

    private static async Task<bool> IsKnownAsync(ITaskClient tasks, TaskId id)
    {
        try
        {
            await tasks.GetHandle(id).GetSnapshotAsync();
            return true;
        }
        catch (TaskNotFoundException)
        {
            return false;
        }
    }

    // Otherwise the test would show nothing.
    private static async Task<int> CountNodesAsync(RedisCluster cluster)
    {
        var slots = new List<long>();
        for (var queue = 0; queue < Queues; queue++)
        {
            slots.Add(long.Parse(
                (await cluster.Nodes[0].CommandAsync("CLUSTER", "KEYSLOT", $"tg:{{{Application.Namespace}:{NameOf(queue)}}}:bell")).Text!,
                CultureInfo.InvariantCulture));
        }

        // The first three nodes share the 16,384 slots in equal parts.
        return slots.Select(static slot => slot * 3 / 16384).Distinct().Count();
    }
}
