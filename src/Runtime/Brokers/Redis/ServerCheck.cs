using Microsoft.Extensions.Logging;
using StackExchange.Redis;
using TaskGen.Telemetry;

namespace TaskGen.Brokers.Redis;

/// <summary>
/// Checks the configuration of the Redis servers before a worker starts. A server that evicts keys loses tasks when its memory is full, and
/// a server without persistence loses tasks when its process ends.
/// </summary>
internal sealed class ServerCheck(RedisOptions options, TimeProvider time, ILogger logger)
{
    private const string NoEviction = "noeviction";

    private static readonly TimeSpan WarnEvery = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private bool _looked;
    private (string Server, string Policy)? _evicting;
    private long _warnedAt;

    /// <summary>Checks the Redis servers. After the first successful check, further calls have no effect.</summary>
    /// <exception cref="InvalidOperationException">
    /// The connections are shared, or a server evicts keys. The exception message describes how to correct this.
    /// </exception>
    public async ValueTask CheckAsync(ScriptRunner runner, CancellationToken cancellationToken)
    {
        if (_looked)
        {
            return;
        }

        if (!runner.Connections.AreOwn)
        {
            throw new InvalidOperationException(
                "A worker requires separate connections to Redis, in particular for heartbeats, so it cannot use a shared "
                + "IConnectionMultiplexer. Pass a configuration string or ConfigurationOptions to UseRedis.");
        }

        await runner.OpenAsync(cancellationToken).ConfigureAwait(false);
        var connection = await runner.Connections.CommandsAsync().ConfigureAwait(false);
        foreach (var server in connection.GetServers().Where(static server => server is { IsConnected: true, IsReplica: false }))
        {
            await CheckAsync(server, cancellationToken).ConfigureAwait(false);
            _looked = true;
        }
    }

    private async Task CheckAsync(IServer server, CancellationToken cancellationToken)
    {
        var info = await ReadAsync(server, cancellationToken).ConfigureAwait(false);
        var policy = info.GetValueOrDefault("maxmemory_policy");
        if (policy is null)
        {
            LogMessages.EvictionUnknown(logger, ServerNames.Of(server.EndPoint));
        }
        else if (policy != NoEviction && !options.AllowEviction)
        {
            throw new InvalidOperationException(
                $"Redis server {ServerNames.Of(server.EndPoint)} uses the maxmemory-policy '{policy}', so it deletes keys, including "
                + "tasks, when its memory is full. Set the policy to 'noeviction' (CONFIG SET maxmemory-policy noeviction), "
                + "use a separate server for TaskGen, or set RedisOptions.AllowEviction to accept the loss.");
        }
        else if (policy != NoEviction)
        {
            WarnOfEviction(ServerNames.Of(server.EndPoint), policy);
        }

        if (info.GetValueOrDefault("aof_enabled") == "0")
        {
            LogMessages.NoPersistence(logger, ServerNames.Of(server.EndPoint));
        }
    }

    /// <inheritdoc cref="BellTest"/>
    public BellTest CreateBellTest(string queue, Func<string, CancellationToken, Task> publish) => new(queue, publish, time, logger);

    /// <summary>Repeats the warning that the server can evict tasks, at most once per hour. Each maintenance calls this method.</summary>
    public void Remind()
    {
        if (_evicting is { } evicting && time.GetElapsedTime(_warnedAt) >= WarnEvery)
        {
            WarnOfEviction(evicting.Server, evicting.Policy);
        }
    }

    private void WarnOfEviction(string server, string policy)
    {
        lock (_lock)
        {
            _evicting = (server, policy);
            _warnedAt = time.GetTimestamp();
        }

        LogMessages.EvictionAllowed(logger, server, policy);
    }

    // The Redis user might not have permission to run INFO. In this case, no setting can be checked.
    private static async Task<Dictionary<string, string>> ReadAsync(IServer server, CancellationToken cancellationToken)
    {
        try
        {
            var groups = await server.InfoAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
            return groups.SelectMany(static group => group).DistinctBy(static entry => entry.Key).ToDictionary(StringComparer.Ordinal);
        }
        catch (Exception exception) when (exception is RedisServerException or RedisCommandException)
        {
            return [];
        }
    }
}
