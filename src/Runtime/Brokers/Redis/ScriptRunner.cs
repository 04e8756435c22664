using System.Collections.Concurrent;
using StackExchange.Redis;

namespace TaskGen.Brokers.Redis;

/// <summary>Runs scripts on the server, and says of each error whether the step was applied.</summary>
internal sealed class ScriptRunner(ServerConnections connections, string taskNamespace, string? clock) : IAsyncDisposable
{
    // The name of a queue can come from outside, with the text of an id.
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

        return _queues.GetOrAdd(WireNames.Check(name, "queue", nameof(name)), static (key, ns) => new QueueKeyCache(new QueueKeys(ns, key)), taskNamespace);
    }

    /// <summary>A resource lies where a queue of its name would, under keys of its own.</summary>
    public QueueKeyCache Resource(string name) => Queue(WireNames.Check(name, "resource", nameof(name)));

    public ValueTask<ServerSession> OpenAsync() => _session is { } session ? ValueTask.FromResult(session) : OpenFirstAsync();

    /// <summary>Runs one step.</summary>
    /// <param name="step">What it is, for errors.</param>
    /// <param name="queue">The queue.</param>
    /// <param name="choose">The script.</param>
    /// <param name="one">The worker incarnation or producer that the step is about, or null.</param>
    /// <param name="arguments">What the script is given.</param>
    /// <param name="cancellationToken">Ends the wait; the step may be applied all the same.</param>
    /// <exception cref="TaskBrokerException">It was certainly not applied.</exception>
    /// <exception cref="BrokerUnknownException">Nobody knows.</exception>
    public async ValueTask<RedisResult> RunAsync(
        string step, QueueKeyCache queue, Func<BrokerScripts, BrokerScript> choose, Guid? one, RedisValue[] arguments, CancellationToken cancellationToken)
    {
        try
        {
            var session = await OpenAsync().ConfigureAwait(false);
            var script = choose(session.Scripts);
            var keys = one is { } id ? queue.KeysOf(script, id) : queue.KeysOf(script);
            try
            {
                return await session.Database.ScriptEvaluateAsync(script.Hash, keys, arguments).WaitAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (RedisServerException exception) when (exception.Kind == RedisErrorKind.NoScript)
            {
                // A new server, or one whose scripts were flushed. The whole text is one command too, so nothing can come in between.
                return await session.Database.ScriptEvaluateAsync(script.Text, keys, arguments, CommandFlags.NoScriptCache).WaitAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (ServerErrors.IsConnectionError(exception))
        {
            throw ServerErrors.Translate(step, queue.Name, exception);
        }
    }

    /// <summary>Runs a step on the connection for heartbeats, without the thread pool.</summary>
    public RedisResult RunNow(string step, QueueKeyCache queue, Func<BrokerScripts, BrokerScript> choose, Guid? one, RedisValue[] arguments)
    {
        try
        {
            // Both are open since the worker joined; who asks before is no worker, and may wait.
            var session = _session ?? OpenAsync().AsTask().GetAwaiter().GetResult();
            var heartbeats = connections.Heartbeats ?? connections.HeartbeatsAsync().AsTask().GetAwaiter().GetResult();
            var script = choose(session.Scripts);
            var database = heartbeats.GetDatabase();
            var keys = one is { } id ? queue.KeysOf(script, id) : queue.KeysOf(script);
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
            throw ServerErrors.Translate(step, queue.Name, exception);
        }
    }

    public ValueTask DisposeAsync() => connections.DisposeAsync();

    private async ValueTask<ServerSession> OpenFirstAsync()
    {
        var connection = await connections.CommandsAsync().ConfigureAwait(false);
        var servers = connection.GetServers();
        foreach (var server in servers.Where(static server => server.IsConnected && server.Version < Floor))
        {
            throw new TaskBrokerException($"The server {server.EndPoint} is Redis {server.Version}; TaskGen needs {Floor} or later.");
        }

        var sharded = servers.Any(static server => server.ServerType == ServerType.Cluster);
        return _session ??= new ServerSession(connection.GetDatabase(), new BrokerScripts(sharded, clock), sharded);
    }
}
