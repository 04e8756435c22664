using TaskGen;
using TaskGen.Servers;

namespace Upgrade.Tests;

/// <summary>A failure with inner exceptions is read by a version that knows none, and the reverse (fault R2).</summary>
public sealed class R2Tests(RedisServerFixture redis) : IClassFixture<RedisServerFixture>, IAsyncLifetime
{
    private readonly Rollout _rollout = new(redis.Server);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _rollout.DisposeAsync();

    [Theory]
    [InlineData(Version.New, Version.Old)]
    [InlineData(Version.Old, Version.New)]
    public async Task A_failure_written_by_one_version_is_read_by_the_other(Version worker, Version reader)
    {
        await _rollout.StartWorkerAsync(worker);
        var failsOn = worker == Version.Old ? "old" : "new";
        var task = await _rollout.EnqueueAsync(
            "orders.try", $$"""{"order":7,"failsOn":"{{failsOn}}"}""", new EnqueueOptions { Retry = 0 });

        var failure = (await _rollout.UntilAsync(task, TaskState.Failed)).Failure;

        Assert.Equal("This is for the other version.", failure?.Message);
        Assert.Equal(
            worker == Version.New && Rollout.IsOfThisCommit(worker) ? "System.TimeoutException: The new one is too slow." : null,
            failure?.InnerExceptions);
        Assert.Contains("This is for the other version.", await _rollout.ReadFailureAsync(reader, task.Id), StringComparison.Ordinal);
    }
}
