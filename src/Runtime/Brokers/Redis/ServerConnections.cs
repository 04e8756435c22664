using StackExchange.Redis;

namespace TaskGen.Brokers.Redis;

/// <summary>
/// The connections of one broker, each opened when it is first needed: one for commands, one for subscriptions, and one for heartbeats
/// whose replies are read by threads of its own, since a pool that handlers block must not cost a lease.
/// </summary>
internal sealed class ServerConnections : IAsyncDisposable
{
    /// <summary>How long a heartbeat waits for its answer: the next one comes soon.</summary>
    private const int HeartbeatTimeoutMs = 2000;

    private readonly ConfigurationOptions? _options;
    private readonly LazyConnection _commands;
    private readonly LazyConnection _subscriptions;
    private readonly LazyConnection _heartbeats;

    /// <param name="options">
    /// How to connect. The client lets only who has admin mode ask the server about itself, which is done once when a worker starts.
    /// </param>
    public ServerConnections(ConfigurationOptions options)
    {
        _options = options.Clone();
        _options.TieBreaker = "";
        _options.ConfigurationChannel = "";
        _commands = new LazyConnection(() => ConnectAsync("commands", static options => options.AllowAdmin = true));
        _subscriptions = new LazyConnection(() => ConnectAsync("subscriptions", static _ => { }));
        _heartbeats = new LazyConnection(() =>
        {
            // For the whole process, and for good: a connection that comes back after a cut has to have its own threads too.
            ConnectionMultiplexer.SetFeatureFlag("DedicatedThreads", true);
            return ConnectAsync("heartbeat", static options => options.SyncTimeout = Math.Min(options.SyncTimeout, HeartbeatTimeoutMs));
        });
    }

    /// <param name="shared">
    /// A connection of the caller's, which stays open. It serves clients; a worker wants connections of its own.
    /// </param>
    public ServerConnections(IConnectionMultiplexer shared)
    {
        _commands = _subscriptions = _heartbeats = new LazyConnection(shared);
    }

    /// <summary>Whether a worker may run on these connections.</summary>
    public bool AreOwn => _options is not null;

    public ValueTask<IConnectionMultiplexer> CommandsAsync() => _commands.GetAsync();

    public ValueTask<IConnectionMultiplexer> SubscriptionsAsync() => _subscriptions.GetAsync();

    public ValueTask<IConnectionMultiplexer> HeartbeatsAsync() => _heartbeats.GetAsync();

    /// <summary>The connection for heartbeats, for a thread that must not wait for the pool; null before it was opened.</summary>
    public IConnectionMultiplexer? Heartbeats => _heartbeats.Opened;

    public async ValueTask DisposeAsync()
    {
        if (_options is null)
        {
            return;
        }

        await _heartbeats.DisposeAsync().ConfigureAwait(false);
        await _subscriptions.DisposeAsync().ConfigureAwait(false);
        await _commands.DisposeAsync().ConfigureAwait(false);
    }

    private async Task<IConnectionMultiplexer> ConnectAsync(string what, Action<ConfigurationOptions> configure)
    {
        var options = _options!.Clone();
        options.ClientName = options.ClientName is { Length: > 0 } name ? $"{name}-{what}" : $"taskgen-{what}";
        configure(options);
        return await ConnectionMultiplexer.ConnectAsync(options).ConfigureAwait(false);
    }
}
