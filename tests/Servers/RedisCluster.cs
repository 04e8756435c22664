namespace TaskGen.Servers;

/// <summary>A Redis Cluster of three primaries with a replica each, on loopback.</summary>
public sealed class RedisCluster : IAsyncDisposable
{
    private const int Size = 6;
    private const int Replicas = 3;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private RedisCluster(IReadOnlyList<RedisServer> nodes) => Nodes = nodes;

    /// <summary>The nodes. The first three begin as primaries; after a failover, <c>ROLE</c> tells.</summary>
    public IReadOnlyList<RedisServer> Nodes { get; }

    /// <summary>All endpoints, comma-separated, as StackExchange.Redis takes them.</summary>
    public string Configuration => string.Join(',', Nodes.Select(static node => node.EndPoint));

    /// <summary>
    /// Starts the nodes and makes a Cluster of them. Returns when every node sees it whole and every replica has its copy.
    /// </summary>
    /// <param name="options">For each node.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <exception cref="ServerException">Something is not installed, or the Cluster could not be made.</exception>
    public static async Task<RedisCluster> StartAsync(RedisServerOptions? options = null, CancellationToken cancellationToken = default)
    {
        var client = Executables.RequireRedis("redis-cli");
        options = (options ?? new RedisServerOptions()) with { ClusterNode = true };
        var cluster = new RedisCluster([]);
        try
        {
            // One after the other: each that was started is disposed if a later one fails.
            for (var i = 0; i < Size; i++)
            {
                cluster = new RedisCluster([.. cluster.Nodes, await RedisServer.StartAsync(options, cancellationToken)]);
            }

            await cluster.CreateAsync(client, cancellationToken);
            await cluster.WaitUntilWholeAsync(cancellationToken);
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Returns when all nodes run, all see all slots served, and all replicas are in sync: after the start, and after a failover and
    /// restart.
    /// </summary>
    /// <exception cref="TimeoutException">Not within 60 s.</exception>
    public Task WaitUntilWholeAsync(CancellationToken cancellationToken = default)
    {
        var last = "";
        return Wait.UntilAsync(
            async () =>
            {
                var replicas = 0;
                foreach (var node in Nodes)
                {
                    var info = (await node.CommandAsync("CLUSTER", "INFO")).Text ?? "";
                    var nodes = (await node.CommandAsync("CLUSTER", "NODES")).Text ?? "";
                    var replication = (await node.CommandAsync("INFO", "replication")).Text ?? "";
                    last = $"{node.EndPoint}:\n{info}{nodes}{replication}";
                    var isReplica = replication.Contains("role:slave", StringComparison.Ordinal);
                    if (!info.Contains("cluster_state:ok", StringComparison.Ordinal)
                        || !info.Contains("cluster_slots_ok:16384", StringComparison.Ordinal)
                        || !SeesAll(nodes)
                        || (isReplica && !replication.Contains("master_link_status:up", StringComparison.Ordinal)))
                    {
                        return false;
                    }

                    replicas += isReplica ? 1 : 0;
                }

                return replicas == Replicas;
            },
            Limit,
            () => $"the Cluster is not whole. {last}",
            cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var node in Nodes)
        {
            await node.DisposeAsync();
        }
    }

    private static bool SeesAll(string nodes)
    {
        var lines = nodes.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return lines.Length == Size
            && lines.Count(static line => line.Contains("slave", StringComparison.Ordinal)) == Replicas
            && !lines.Any(
                static line => line.Contains("fail", StringComparison.Ordinal) || line.Contains("handshake", StringComparison.Ordinal));
    }

    private async Task CreateAsync(string client, CancellationToken cancellationToken)
    {
        string[] arguments =
            ["--cluster", "create", .. Nodes.Select(static node => node.EndPoint), "--cluster-replicas", "1", "--cluster-yes"];
        await using var create = ChildProcess.Start(client, [.. Nodes[0].LoginArguments, .. arguments]);
        if (await create.WaitForExitAsync(Limit, cancellationToken) != 0)
        {
            throw new ServerException($"redis-cli --cluster create failed:\n{create.Tail()}");
        }
    }
}
