using StackExchange.Redis;

namespace TaskGen.Brokers.Redis;

/// <summary>
/// Contains the connections of one broker, each opened when it is first needed: one for commands, one for subscriptions, and one for
/// heartbeats. Dedicated threads read the replies to heartbeats, so that a worker keeps its lease even if handlers block the thread pool.
/// </summary>
internal sealed class ServerConnections : IAsyncDisposable
{
    /// <summary>The longest time that a heartbeat waits for its reply, in milliseconds. The next heartbeat follows soon.</summary>
    private const int HeartbeatTimeoutMs = 2000;

    private readonly ConfigurationOptions? _options;
    private readonly LazyConnection _commands;
    private readonly LazyConnection _subscriptions;
    private readonly LazyConnection _heartbeats;

    /// <summary>Initializes a new instance of the <see cref="ServerConnections"/> class with separate connections.</summary>
    /// <param name="options">
    /// The configuration of the connections. The connection for commands uses admin mode, because StackExchange.Redis requires it for the
    /// INFO command that runs once when a worker starts.
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
            // The flag applies to the whole process and is never reset, because a reconnected connection also needs dedicated threads.
            ConnectionMultiplexer.SetFeatureFlag("DedicatedThreads", true);
            return ConnectAsync("heartbeat", static options => options.SyncTimeout = Math.Min(options.SyncTimeout, HeartbeatTimeoutMs));
        });
    }

    /// <summary>Initializes a new instance of the <see cref="ServerConnections"/> class with one shared connection.</summary>
    /// <param name="shared">
    /// The connection of the caller, which is not closed when this instance is disposed. It supports clients, but not workers.
    /// </param>
    public ServerConnections(IConnectionMultiplexer shared)
    {
        _commands = _subscriptions = _heartbeats = new LazyConnection(shared);
    }

    /// <summary>Gets a value that indicates whether a worker can use these connections.</summary>
    public bool AreOwn => _options is not null;

    public ValueTask<IConnectionMultiplexer> CommandsAsync() => _commands.GetAsync();

    public ValueTask<IConnectionMultiplexer> SubscriptionsAsync() => _subscriptions.GetAsync();

    public ValueTask<IConnectionMultiplexer> HeartbeatsAsync() => _heartbeats.GetAsync();

    /// <summary>
    /// Gets the connection for heartbeats without waiting for the thread pool, or <see langword="null"/> if it has not been opened.
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
