using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TaskGen;
using TaskGen.Servers;

namespace Integration.Tests;

/// <summary>A worker starts while Redis is not available, and serves its queues as soon as it is (fault R9).</summary>
public sealed class R9Tests
{
    private const int Started = 1;
    private const int BrokerAway = 25;
    private const int BrokerBack = 26;
    private const int WorkerWaits = 27;

    [Theory]
    [InlineData("")]
    [InlineData(",abortConnect=false")]
    [InlineData(",abortConnect=true,connectRetry=1")]
    public async Task A_worker_starts_before_its_server_and_serves_its_queues_then(string options)
    {
        await using var server = await RedisServer.StartAsync();
        await server.ShutdownAsync();
        await using var app = new Application();
        var host = await app.StartWorkerAsync(server.EndPoint + options, static worker => worker.Queue("second").Queue("third"))
            .WaitAsync(Limits.Long);
        var status = host.Services.GetRequiredService<ITaskWorkerStatus>();

        Assert.False(status.IsReady);
        Assert.Contains(server.EndPoint, Assert.Single(app.Logs.AtLeast(LogLevel.Warning)).Text, StringComparison.Ordinal);
        Assert.Contains("default, second, third", Assert.Single(app.Logs.Of(WorkerWaits)).Text, StringComparison.Ordinal);
        Assert.Empty(app.Logs.Of(Started));

        await server.RestartAsync();

        Assert.Equal("a!", await (await Application.TasksOf(app.CreateClient(server.EndPoint)).Kept.DelayAsync("a")).GetAsync(Limits.Long));
        await Wait.UntilAsync(() => status.IsReady && app.Logs.Of(BrokerBack).Count > 0, Limits.Long, () => app.Logs.Tail());
        Assert.Single(app.Logs.Of(Started));
        Assert.Single(app.Logs.Of(BrokerAway));
        Assert.Single(app.Logs.Of(BrokerBack));
    }

    [Fact]
    public async Task A_worker_that_waits_stops_at_once()
    {
        await using var server = await RedisServer.StartAsync();
        await server.ShutdownAsync();
        await using var app = new Application();
        var host = await app.StartWorkerAsync(server.EndPoint);

        await host.StopAsync().WaitAsync(Limits.Long);

        Assert.False(host.Services.GetRequiredService<ITaskWorkerStatus>().IsReady);
    }

    [Fact]
    public async Task A_worker_that_does_not_wait_does_not_start_and_the_error_names_the_server()
    {
        await using var server = await RedisServer.StartAsync();
        await server.ShutdownAsync();
        await using var app = new Application();

        var error = await Assert.ThrowsAsync<TaskBrokerException>(
            () => app.StartWorkerAsync(server.EndPoint, static worker => worker.WaitForBroker = false));

        Assert.Contains($"Redis at {server.EndPoint} could not be reached", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("abortConnect", error.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(",user=app,password=wrong")]
    [InlineData(",user=nobody,password=wrong")]
    public async Task A_password_that_is_not_accepted_is_not_waited_for(string options)
    {
        await using var server = await RedisServer.StartAsync(new RedisServerOptions { Users = ["app on >right ~* &* +@all"] });
        await server.CommandAsync("ACL", "SETUSER", "default", "off");
        await using var app = new Application();

        var error = await Assert.ThrowsAsync<TaskBrokerException>(() => app.StartWorkerAsync(server.EndPoint + options));

        Assert.Contains("does not accept the user name or password", error.Message, StringComparison.Ordinal);
        Assert.Contains(server.EndPoint, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_configuration_of_a_server_that_comes_late_is_still_checked()
    {
        await using var server = await RedisServer.StartAsync(new RedisServerOptions { MaxMemoryPolicy = "allkeys-lru" });
        await server.ShutdownAsync();
        await using var app = new Application();
        var host = await app.StartWorkerAsync(server.EndPoint);
        await server.RestartAsync();

        await Wait.UntilAsync(
            () => app.Logs.AtLeast(LogLevel.Warning).Any(static line => line.Text.Contains("allkeys-lru", StringComparison.Ordinal)),
            Limits.Long,
            () => app.Logs.Tail());

        Assert.False(host.Services.GetRequiredService<ITaskWorkerStatus>().IsReady);
    }
}
