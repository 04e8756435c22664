using TaskGen;
using TaskGen.Servers;

namespace Upgrade.Tests;

/// <summary>
/// The rules for a key after the deadline of its task, in a rolling upgrade: whichever version works, what a dispatch has ended does not
/// run, and what it has sent instead does (fault R3).
/// </summary>
public sealed class R3Tests(RedisServerFixture redis) : IClassFixture<RedisServerFixture>, IAsyncLifetime
{
    private readonly Rollout _rollout = new(redis.Server);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _rollout.DisposeAsync();

    [Theory]
    [InlineData(Version.Old)]
    [InlineData(Version.New)]
    public async Task Workers_of_each_version_run_what_takes_the_place_of_an_expired_task(Version version)
    {
        var over = new EnqueueOptions { IdempotencyKey = "pending", ExpiresAt = DateTimeOffset.UtcNow.AddMinutes(-1) };
        var delayed = over with { IdempotencyKey = "delayed", Countdown = TimeSpan.FromHours(1) };
        var expired = new[] { await SendAsync(over), await SendAsync(delayed) };

        var next = new[]
        {
            await SendAsync(over with { ExpiresAt = null }), await SendAsync(delayed with { ExpiresAt = null, Countdown = null }),
        };
        await _rollout.StartWorkerAsync(version);

        foreach (var task in next)
        {
            Assert.False(task.Joined);
            Assert.Equal(version == Version.Old ? "old mail 7" : "new mail 7", await _rollout.ResultAsync(task));
        }

        Assert.All(
            await Task.WhenAll(expired.Select(_rollout.ReadAsync)), static task => Assert.Equal(TaskState.Expired, task.State));
        await _rollout.AssertNothingIsLeftAsync();
    }

    private Task<Upgrade.Common.Dispatched> SendAsync(EnqueueOptions options) =>
        _rollout.EnqueueAsync("orders.mail", """{"order":7}""", options);
}
