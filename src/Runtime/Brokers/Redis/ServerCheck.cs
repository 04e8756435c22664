using Microsoft.Extensions.Logging;
using StackExchange.Redis;
using TaskGen.Telemetry;

namespace TaskGen.Brokers.Redis;

/// <summary>
/// Looks at the servers before a worker starts on them: one that may evict keys loses tasks, and one that writes nothing to disk loses them
/// with its process.
/// </summary>
internal sealed class ServerCheck(RedisOptions options, TimeProvider time, ILogger logger)
{
    private const string NoEviction = "noeviction";

    private static readonly TimeSpan WarnEvery = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private bool _looked;
    private (string Server, string Policy)? _evicting;
    private long _warnedAt;

    /// <exception cref="InvalidOperationException">A server is not one to keep tasks in; the message says what to change.</exception>
    public async ValueTask CheckAsync(ScriptRunner runner, CancellationToken cancellationToken)
    {
        if (_looked)
        {
            return;
        }

        if (!runner.Connections.AreOwn)
        {
            throw new InvalidOperationException(
                "A worker needs connections of its own, for heartbeats above all. Give UseRedis a configuration; "
                + "a shared IConnectionMultiplexer serves clients only.");
        }

        await runner.OpenAsync().ConfigureAwait(false);
        var connection = await runner.Connections.CommandsAsync().ConfigureAwait(false);
        foreach (var server in connection.GetServers().Where(static server => server is { IsConnected: true, IsReplica: false }))
        {
            await CheckAsync(server, cancellationToken).ConfigureAwait(false);
        }

        _looked = true;
    }

    private async Task CheckAsync(IServer server, CancellationToken cancellationToken)
    {
        var info = await ReadAsync(server, cancellationToken).ConfigureAwait(false);
        var policy = info.GetValueOrDefault("maxmemory_policy");
        if (policy is null)
        {
            LogMessages.EvictionUnknown(logger, $"{server.EndPoint}");
        }
        else if (policy != NoEviction && !options.AllowEviction)
        {
            throw new InvalidOperationException(
                $"The server {server.EndPoint} has maxmemory-policy '{policy}': when it is full it drops keys, and tasks with them. "
                + "Set it to 'noeviction' (CONFIG SET maxmemory-policy noeviction), use a server of its own, "
                + "or accept the loss with RedisOptions.AllowEviction.");
        }
        else if (policy != NoEviction)
        {
            WarnOfEviction($"{server.EndPoint}", policy);
        }

        if (info.GetValueOrDefault("aof_enabled") == "0")
        {
            LogMessages.NoPersistence(logger, $"{server.EndPoint}");
        }
    }

    /// <summary>Says again what was accepted, once an hour; called with each maintenance.</summary>
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

    // A user with few rights may not be allowed to ask; then nothing is known.
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
