using System.Collections;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using TaskGen.Handles;
using TaskGen.Telemetry;

namespace TaskGen.Tests.Handles;

public sealed class WatcherTests
{
    [Fact]
    public async Task Looking_for_ids_of_made_up_queues_leaves_nothing_behind()
    {
        await using var host = new TestHost();
        var id = (await host.DelayAsync<Profiles.Plain>("x")).Id.ToString().Split('.')[0];

        for (var i = 0; i < 100; i++)
        {
            var handle = host.Client.GetHandle(TaskId.Parse($"{id}.made-up-{i}"));
            await Assert.ThrowsAsync<TaskNotFoundException>(() => handle.GetAsync().WaitAsync(TestHost.Patience));
        }

        var queues = typeof(TaskWatcher).GetField("_queues", BindingFlags.NonPublic | BindingFlags.Instance)!;
        Assert.Empty((ICollection)queues.GetValue(host.Services.GetRequiredService<TaskWatcher>())!);
    }

    [Fact]
    public async Task A_watch_that_comes_with_the_close_is_closed()
    {
        await using var host = new TestHost();
        var watcher = new QueueWatcher(
            "q",
            host.Broker,
            static () => throw new NotSupportedException(),
            host.Time,
            NullLogger.Instance,
            new BrokerOutage(NullLogger.Instance, host.Time),
            static _ => { },
            new CancellationToken(canceled: true));

        using var watch = watcher.Watch(Guid.CreateVersion7());

        await Assert.ThrowsAsync<ObjectDisposedException>(
            () => watch.NextAsync(CancellationToken.None).AsTask().WaitAsync(TestHost.Patience));
    }
}
