using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;
using TaskGen;
using TaskGen.Servers;

namespace Integration.Tests;

/// <summary>What is looked at before a worker starts on a server, and what is said of it.</summary>
public sealed class StartUpTests
{
    private const int EvictionAllowed = 20;
    private const int EvictionUnknown = 21;
    private const int NoPersistence = 22;

    [Theory]
    [InlineData("allkeys-lru")]
    [InlineData("volatile-ttl")]
    public async Task A_server_that_may_evict_stops_a_worker_from_starting_and_the_error_says_what_to_do(string policy)
    {
        await using var server = await RedisServer.StartAsync(new RedisServerOptions { MaxMemoryPolicy = policy });
        await using var app = new Application();

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => app.StartWorkerAsync(server.EndPoint));

        Assert.Contains($"maxmemory-policy '{policy}'", error.Message, StringComparison.Ordinal);
        Assert.Contains("CONFIG SET maxmemory-policy noeviction", error.Message, StringComparison.Ordinal);
        Assert.Contains("RedisOptions.AllowEviction", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Eviction_that_is_allowed_is_a_warning_and_the_worker_runs()
    {
        await using var server = await RedisServer.StartAsync(new RedisServerOptions { MaxMemoryPolicy = "allkeys-lru" });
        await using var app = new Application();
        var host = app.Build(tasks => tasks
            .UseRedis(server.EndPoint, static redis => redis.AllowEviction = true)
            .AddWorker(static worker => worker.Queue(Application.Queue)));
        await host.StartAsync();

        Assert.Equal("a!", await (await Application.TasksOf(host).Kept.DelayAsync("a")).GetAsync(Limits.Long));
        Assert.Contains("allkeys-lru", Assert.Single(app.Logs.Of(EvictionAllowed)).Text, StringComparison.Ordinal);
        Assert.Empty(app.Logs.Of(EvictionUnknown));
    }

    [Fact]
    public async Task A_server_that_keeps_what_it_has_and_writes_it_down_is_no_word_worth()
    {
        await using var server = await RedisServer.StartAsync(new RedisServerOptions { AppendOnly = true, MaxMemoryPolicy = "noeviction" });
        await using var app = new Application();
        await app.StartWorkerAsync(server.EndPoint);

        Assert.Empty(app.Logs.AtLeast(LogLevel.Warning));
    }

    [Fact]
    public async Task That_nothing_is_written_down_is_said_once_whatever_the_number_of_queues()
    {
        await using var server = await RedisServer.StartAsync();
        await using var app = new Application();
        await app.StartWorkerAsync(server.EndPoint, static worker => worker.Queue("second").Queue("third"));

        Assert.Contains("no append-only file", Assert.Single(app.Logs.Of(NoPersistence)).Text, StringComparison.Ordinal);
        Assert.Single(app.Logs.AtLeast(LogLevel.Warning));
    }

    [Fact]
    public async Task A_shared_connection_serves_clients_and_stays_open_and_a_worker_refuses_it()
    {
        await using var server = await RedisServer.StartAsync();
        await using var shared = await ConnectionMultiplexer.ConnectAsync(server.EndPoint);
        await using (var app = new Application())
        {
            await app.StartWorkerAsync(server.EndPoint);
            var client = app.Build(tasks => tasks.UseRedis(shared));
            Assert.Equal("a!", await (await Application.TasksOf(client).Kept.DelayAsync("a")).GetAsync(Limits.Long));

            var worker = app.Build(tasks => tasks.UseRedis(shared).AddWorker(static worker => worker.Queue(Application.Queue)));
            var error = await Assert.ThrowsAsync<InvalidOperationException>(() => worker.StartAsync());
            Assert.Contains("separate connections to Redis", error.Message, StringComparison.Ordinal);
        }

        Assert.True(shared.IsConnected);
        await shared.GetDatabase().PingAsync();
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_is_a_typed_error_for_workers_and_clients()
    {
        var nobody = $"127.0.0.1:{FreePorts.Next()},connectTimeout=500,connectRetry=1";
        await using var app = new Application();

        var error = await Assert.ThrowsAsync<TaskBrokerException>(
            () => app.StartWorkerAsync(nobody, static worker => worker.WaitForBroker = false));
        Assert.Contains("could not be reached", error.Message, StringComparison.Ordinal);

        var client = app.CreateClient(nobody);
        error = await Assert.ThrowsAsync<TaskBrokerException>(() => Application.TasksOf(client).Kept.DelayAsync("a"));
        Assert.Contains("nothing was changed", error.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<TaskBrokerException>(
            () => client.Services
                .GetRequiredService<ITaskClient>()
                .GetHandle(TaskId.Parse(Guid.CreateVersion7().ToString("N") + ".default"))
                .GetSnapshotAsync());
    }

    [Fact]
    public async Task A_client_whose_server_comes_late_dispatches_then()
    {
        await using var server = await RedisServer.StartAsync();
        await server.ShutdownAsync();
        await using var app = new Application();
        var client = app.CreateClient(server.EndPoint + ",connectTimeout=500,connectRetry=1");
        await Assert.ThrowsAsync<TaskBrokerException>(() => Application.TasksOf(client).Kept.DelayAsync("a"));

        await server.RestartAsync();
        await app.StartWorkerAsync(server.EndPoint);
        Assert.Equal("a!", await (await Application.TasksOf(client).Kept.DelayAsync("a")).GetAsync(Limits.Long));
    }
}
