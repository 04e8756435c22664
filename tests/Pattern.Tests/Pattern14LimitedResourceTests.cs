using System.Diagnostics;
using TaskGen.Servers;

namespace Pattern.Tests;

[Collection(TaskPatterns.Name)]
public sealed class Pattern14LimitedResourceTests(DataServers servers)
{
    private const int Frames = 30;
    private const int Limit = 2;
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(2);

    [Theory, EachBackend]
    public async Task Over_many_workers_there_are_never_more_live_leases_than_the_limit_and_waiting_holds_no_concurrency_slot(
        Backend backend)
    {
        await using var application = await Application.StartAsync(servers, backend);
        foreach (var name in new[] { "w1", "w2", "w3" })
        {
            await application.StartWorkerAsync(name, 3, "default");
        }

        var handles = await application.Of<RenderTasksClient>().Render
            .DelayManyAsync(Enumerable.Range(0, Frames), static frame => new(frame, Limit));

        // Nine concurrency slots, and all thirty have begun: whoever waits has given its concurrency slot back.
        await application.Probe.UntilAsync("asks", Frames);
        await application.Probe.UntilAsync("has it", Limit);
        Assert.Equal("meanwhile", await (await application.Of<FlakyTasksClient>().Succeed.DelayAsync("meanwhile")).GetAsync(Limits.Long));
        Assert.Equal(Limit, application.Probe.Count("has it"));

        application.Probe.Open("rendered");
        var rendered = await Task.WhenAll(handles.Select(static handle => handle.GetAsync(Limits.Long)));
        Assert.Equal(Enumerable.Range(0, Frames), rendered);
        Assert.Equal(Limit, application.Probe.MostHolders);
    }

    /// <summary>
    /// The holder's worker is cut off from the broker, which sees of it what it would see of a killed one; a process is killed in
    /// Reliability.Tests.
    /// </summary>
    [Theory, EachBackend]
    public async Task The_lease_of_a_holder_that_is_gone_comes_back_when_its_time_has_run_out(Backend backend)
    {
        await using var application = await Application.StartAsync(servers, backend);
        BrokerTap? tap = null;
        await application.StartWorkerAsync(
            static worker =>
            {
                worker.Queue("doomed");
                (worker.LeaseDuration, worker.ShutdownTimeout) = (Lease, TimeSpan.Zero);
            },
            made => tap = made);
        await application.StartWorkerAsync(static worker =>
        {
            worker.Queue("default");
            worker.LeaseDuration = Lease;
        });
        var render = application.Of<RenderTasksClient>().Render;
        await render.With(new() { Queue = "doomed" }).DelayAsync(1, limit: 1);
        await application.Probe.UntilAsync("has it");
        var waiting = await render.DelayAsync(2, limit: 1);
        await application.Probe.UntilAsync("asks", 2);
        Assert.Equal(1, application.Probe.Count("has it"));

        tap!.Cut();
        var cut = Stopwatch.GetTimestamp();
        await application.Probe.UntilAsync("has it", 2);

        // What was renewed last before the cut has lived on; a quarter of the lease is left for the way of the reply.
        var back = Stopwatch.GetElapsedTime(cut);
        Assert.InRange(back, Lease / 4, Lease + TimeSpan.FromSeconds(20));
        application.Probe.Open("rendered");
        Assert.Equal(2, await waiting.GetAsync(Limits.Long));
    }
}
