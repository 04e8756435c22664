using TaskGen;
using TaskGen.Servers;

namespace Pattern.Tests.Field;

/// <summary>A wait accepts any timeout, and zero answers for a task that has ended (fault R7).</summary>
[Collection(TaskPatterns.Name)]
public sealed class R7Tests(DataServers servers)
{
    [Theory, EachBackend]
    public async Task The_longest_timeout_and_a_timeout_of_zero_give_the_result(Backend backend)
    {
        await using var application = await Application.StartAsync(servers, backend);
        var handle = await application.Of<FlakyTasksClient>().Succeed.DelayAsync("x");
        await Assert.ThrowsAsync<TimeoutException>(() => handle.GetAsync(TimeSpan.Zero));
        await application.StartWorkerAsync("w", 1, "default");

        Assert.Equal("x", await handle.GetAsync(TimeSpan.MaxValue).WaitAsync(Limits.Long));
        Assert.Equal("x", await handle.GetAsync(TimeSpan.Zero));
    }
}
