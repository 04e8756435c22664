using System.Collections.Concurrent;

namespace TaskGen.Tests.Execution;

public sealed class ContextTests
{
    private static readonly AsyncLocal<string?> Tenant = new();

    [Fact]
    public async Task A_stand_in_thread_does_not_inherit_the_context_of_whoever_gave_a_task_up()
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

            return Task.FromResult(Tenant.Value ?? "nobody");
        };
        await host.DelayAsync<Profiles.CpuLimited>("deaf");
        await gate.Arrived;

        Tenant.Value = "somebody";
        host.Time.Advance(TimeSpan.FromSeconds(21));
        Tenant.Value = null;

        Assert.Equal("nobody", await TestHost.ResultAsync(await host.DelayAsync<Profiles.CpuLimited>("next")));
        gate.Open();
    }

    [Fact]
    public async Task The_loop_that_reads_watched_tasks_does_not_inherit_the_context_of_whoever_waits_first()
    {
        var seen = new ConcurrentQueue<string?>();
        await using var host = new TestHost(
            decorate: (inner, _) => new HookedBroker(inner) { OnWatchedRead = () => seen.Enqueue(Tenant.Value) });
        await host.StartWorkerAsync(1);

        Tenant.Value = "somebody";
        await TestHost.ResultAsync(await host.DelayAsync<Profiles.Plain>("x"));

        Assert.NotEmpty(seen);
        Assert.All(seen, Assert.Null);
    }
}
