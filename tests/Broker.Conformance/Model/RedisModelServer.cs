using System.Collections.Concurrent;
using System.Globalization;
using StackExchange.Redis;
using TaskGen.Brokers.Redis;
using TaskGen.Servers;

namespace Broker.Conformance;

/// <summary>A Redis server for model tests, which mostly wait for its answers: as many of them as it has databases run at once.</summary>
internal sealed class RedisModelServer : IAsyncDisposable
{
    public const int Databases = 4;

    private readonly RedisServer _server;
    private readonly SemaphoreSlim _free = new(Databases);
    private readonly ConcurrentBag<(ConnectionMultiplexer Own, ServerConnections Connections)> _databases = [];

    private RedisModelServer(RedisServer server) => _server = server;

    public static async Task<RedisModelServer> StartAsync()
    {
        var model = new RedisModelServer(await RedisServer.StartAsync());
        for (var number = 0; number < Databases; number++)
        {
            var configuration = ConfigurationOptions.Parse(
                string.Create(CultureInfo.InvariantCulture, $"{model._server.EndPoint},allowAdmin=true,defaultDatabase={number}"));
            model._databases.Add((await ConnectionMultiplexer.ConnectAsync(configuration), new ServerConnections(configuration)));
        }

        return model;
    }

    /// <summary>Runs something that has a database to itself meanwhile.</summary>
    public async Task UseAsync(Func<ServerConnections, IDatabase, Task> use)
    {
        await _free.WaitAsync();
        Assert.True(_databases.TryTake(out var database));
        try
        {
            await use(database.Connections, database.Own.GetDatabase());
        }
        finally
        {
            _databases.Add(database);
            _free.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (own, connections) in _databases)
        {
            await connections.DisposeAsync();
            await own.DisposeAsync();
        }

        _free.Dispose();
        await _server.DisposeAsync();
    }
}
