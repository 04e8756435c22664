using TaskGen.Servers;

namespace Pattern.Tests.Field;

/// <summary>A timeout or a soft limit ends the wait of a parent while its child has the only slot (fault R1).</summary>
[Collection(TaskPatterns.Name)]
public sealed class R1Tests(DataServers servers)
{
    [Theory, EachBackend]
    public async Task A_parent_is_not_held_back_until_its_child_has_ended(Backend backend)
    {
        await using var application = await Application.StartAsync(servers, backend);
        await application.StartWorkerAsync("w", 1, "default");
        var tasks = application.Of<PatienceTasksClient>();

        Assert.Equal("timed out", await (await tasks.WaitABit.DelayAsync(0.2)).GetAsync(Limits.Long));

        application.Probe.Open("child");
        Assert.Equal("waited", await (await tasks.WaitABit.DelayAsync(50)).GetAsync(Limits.Long));
    }

    [Theory, EachBackend]
    public async Task A_soft_limit_reaches_a_parent_that_waits(Backend backend)
    {
        await using var application = await Application.StartAsync(servers, backend);
        await application.StartWorkerAsync("w", 1, "default");

        var handle = await application.Of<PatienceTasksClient>().WaitUntilTheLimit.DelayAsync();

        Assert.Equal("SoftTimeLimit", await handle.GetAsync(Limits.Long));
    }
}
