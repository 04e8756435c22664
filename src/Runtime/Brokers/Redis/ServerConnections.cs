using StackExchange.Redis;

namespace TaskGen.Brokers.Redis;

/// <summary>
/// Contains the connections of one broker: one for commands, one for subscriptions, and one for heartbeats. Each is opened when it is first
/// needed. Dedicated threads read the replies to heartbeats, so that a worker keeps its leases even if task methods block the thread pool.
/// </summary>
internal sealed class ServerConnections : IAsyncDisposable
{
    /// <summary>
    /// The maximum time that a heartbeat waits for its reply, in milliseconds. It is short, because another heartbeat follows shortly.
    /// </summary>
    private const int HeartbeatTimeoutMs = 2000;

    private readonly ConfigurationOptions? _options;
    private readonly LazyConnection _commands;
    private readonly LazyConnection _subscriptions;
    private readonly LazyConnection _heartbeats;

    /// <summary>Initializes a new instance of the <see cref="ServerConnections"/> class with separate connections.</summary>
    /// <param name="options">
    /// The configuration of the connections. The command connection uses admin mode, because StackExchange.Redis requires it for the INFO
    /// command, which runs when a worker starts.
    /// </param>
    public ServerConnections(ConfigurationOptions options)
    {
        _options = ConnectionRules.ForOwn(options);
        Servers = ServerNames.Of(_options.EndPoints);
        _commands = new LazyConnection(() => ConnectAsync("commands", static options => options.AllowAdmin = true));
        _subscriptions = new LazyConnection(() => ConnectAsync("subscriptions", static _ => { }));
        _heartbeats = new LazyConnection(() =>
        {
            // The flag applies to the whole process. It is never reset, because a connection that is reestablished also needs dedicated
            // threads.
            ConnectionMultiplexer.SetFeatureFlag("DedicatedThreads", true);
            return ConnectAsync("heartbeat", static options => options.SyncTimeout = Math.Min(options.SyncTimeout, HeartbeatTimeoutMs));
        });
    }

    /// <summary>Initializes a new instance of the <see cref="ServerConnections"/> class with one shared connection.</summary>
    /// <param name="shared">
    /// The caller's connection, which is not closed when this instance is disposed. It can be used to dispatch tasks, but not to run
    /// workers.
    /// </param>
    public ServerConnections(IConnectionMultiplexer shared)
    {
        _commands = _subscriptions = _heartbeats = new LazyConnection(shared);
        Servers = ServerNames.Of(shared.GetEndPoints(configuredOnly: true));
    }

    /// <summary>Gets a value that indicates whether a worker can use these connections.</summary>
    public bool AreOwn => _options is not null;

    /// <summary>Gets the addresses of the configured servers for messages, such as <c>localhost:6379</c>.</summary>
    public string Servers { get; }

    public ValueTask<IConnectionMultiplexer> CommandsAsync() => _commands.GetAsync();

    public ValueTask<IConnectionMultiplexer> SubscriptionsAsync() => _subscriptions.GetAsync();

    public ValueTask<IConnectionMultiplexer> HeartbeatsAsync() => _heartbeats.GetAsync();

    /// <summary>
    /// Gets the heartbeat connection without waiting for the thread pool; <see langword="null"/> if the connection has not been opened.
    /// </summary>
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
