using System.Collections.Concurrent;
using StackExchange.Redis;
using TaskGen.Primitives;

namespace TaskGen.Brokers.Redis;

/// <summary>
/// Runs scripts on the Redis server. The type of an exception indicates whether a step was not applied or has an unknown outcome.
/// </summary>
internal sealed class ScriptRunner(ServerConnections connections, string taskNamespace, string? clock) : IAsyncDisposable
{
    // Queue names are part of task ids, which can come from an untrusted source, so the number of cached queues is limited.
    private const int MaxQueues = 10_000;

    private static readonly Version Floor = new(7, 0);

    private readonly ConcurrentDictionary<string, QueueKeyCache> _queues = new(StringComparer.Ordinal);
    private volatile ServerSession? _session;

    public ServerConnections Connections => connections;

    public QueueKeyCache Queue(string name)
    {
        if (_queues.TryGetValue(name, out var known))
        {
            return known;
        }

        if (_queues.Count >= MaxQueues)
        {
            _queues.Clear();
        }

        return _queues.GetOrAdd(
            WireNames.Check(name, "queue", nameof(name)), static (key, ns) => new QueueKeyCache(new QueueKeys(ns, key)), taskNamespace);
    }

    /// <summary>Returns the Redis keys of a resource, which have the same prefix as the keys of a queue with the same name.</summary>
    public QueueKeyCache Resource(string name) => Queue(WireNames.Check(name, "resource", nameof(name)));

    /// <summary>Opens the command connection, unless it is open.</summary>
    /// <param name="cancellationToken">
    /// The token to monitor for cancellation requests. Canceling it ends the wait. The connection might still be opened.
    /// </param>
    public ValueTask<ServerSession> OpenAsync(CancellationToken cancellationToken = default) =>
        _session is { } session
            ? ValueTask.FromResult(session)
            : new ValueTask<ServerSession>(OpenFirstAsync().WaitAsync(cancellationToken));

    /// <inheritdoc cref="ServerErrors.Translate"/>
    public TaskGenException Translate(string step, string name, Exception exception) =>
        ServerErrors.Translate(connections.Servers, step, name, exception);

    /// <summary>Runs a broker step that does not use the keys of a worker incarnation or a producer.</summary>
    /// <inheritdoc cref="RunAsync(BrokerStep, QueueKeyCache, Guid?, RedisValue[], CancellationToken)"/>
    public ValueTask<RedisResult> RunAsync(
        BrokerStep step, QueueKeyCache queue, RedisValue[] arguments, CancellationToken cancellationToken) =>
        RunAsync(step, queue, one: null, arguments, cancellationToken);

    /// <summary>Runs the script of a broker step.</summary>
    /// <param name="step">The step to run.</param>
    /// <param name="queue">The keys of the queue or resource.</param>
    /// <param name="one">
    /// The id of the worker incarnation or producer whose keys the step uses; <see langword="null"/> if the step uses no such keys.
    /// </param>
    /// <param name="arguments">The arguments of the script.</param>
    /// <param name="cancellationToken">
    /// The token to monitor for cancellation requests. Canceling it stops only the wait; the step might still be applied.
    /// </param>
    /// <exception cref="TaskBrokerException">The step was not applied.</exception>
    /// <exception cref="BrokerUnknownException">It is unknown whether the step was applied.</exception>
    public async ValueTask<RedisResult> RunAsync(
        BrokerStep step, QueueKeyCache queue, Guid? one, RedisValue[] arguments, CancellationToken cancellationToken)
    {
        try
        {
            var session = await OpenAsync(cancellationToken).ConfigureAwait(false);
            var script = session.Scripts[step];
            var keys = queue.KeysOf(script, one);
            try
            {
                return await session.Database.ScriptEvaluateAsync(script.Hash, keys, arguments).WaitAsync(cancellationToken)
                    .ConfigureAwait(false);
            }
            catch (RedisServerException exception) when (exception.Kind == RedisErrorKind.NoScript)
            {
                // The server does not have the script because it is new or its scripts were flushed. Sending the whole script is also a
                // single command, so the step is still atomic.
                return await session.Database.ScriptEvaluateAsync(script.Text, keys, arguments, CommandFlags.NoScriptCache)
                    .WaitAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (ServerErrors.IsConnectionError(exception))
        {
            throw Translate(step.Action, queue.Name, exception);
        }
    }

    /// <summary>Runs a broker step synchronously on the heartbeat connection, without using the thread pool.</summary>
    public RedisResult RunNow(BrokerStep step, QueueKeyCache queue, Guid? one, RedisValue[] arguments)
    {
        try
        {
            // Both have been open since the worker registered with the queue. An earlier caller is not the heartbeat thread, so it can
            // wait.
            var session = _session ?? OpenAsync().AsTask().GetAwaiter().GetResult();
            var heartbeats = connections.Heartbeats ?? connections.HeartbeatsAsync().AsTask().GetAwaiter().GetResult();
            var script = session.Scripts[step];
            var database = heartbeats.GetDatabase();
            var keys = queue.KeysOf(script, one);
            try
            {
                return database.ScriptEvaluate(script.Hash, keys, arguments);
            }
            catch (RedisServerException exception) when (exception.Kind == RedisErrorKind.NoScript)
            {
                return database.ScriptEvaluate(script.Text, keys, arguments, CommandFlags.NoScriptCache);
            }
        }
        catch (Exception exception) when (ServerErrors.IsConnectionError(exception))
        {
            throw Translate(step.Action, queue.Name, exception);
        }
    }

    public ValueTask DisposeAsync() => connections.DisposeAsync();

    private async Task<ServerSession> OpenFirstAsync()
    {
        var connection = await connections.CommandsAsync().ConfigureAwait(false);
        var servers = connection.GetServers();
        if (!servers.Any(static server => server.IsConnected))
        {
            // A connection of the application can still be opening. Until then, the version and the kind of its servers are unknown.
            await connection.GetDatabase().PingAsync().ConfigureAwait(false);
            servers = connection.GetServers();
        }

        foreach (var server in servers.Where(static server => server.IsConnected && server.Version < Floor))
        {
            throw new TaskBrokerException(
                $"The server {ServerNames.Of(server.EndPoint)} runs Redis {server.Version}, but TaskGen requires Redis {Floor} or later.")
            {
                NeedsConfiguration = true,
            };
        }

        var sharded = servers.Any(static server => server.ServerType == ServerType.Cluster);
        return _session ??= new ServerSession(connection.GetDatabase(), new BrokerScripts(sharded, clock), sharded);
    }
}
