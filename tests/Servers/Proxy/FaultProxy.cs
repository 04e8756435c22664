using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace TaskGen.Servers;

/// <summary>
/// A TCP proxy on loopback that makes a bad network of a good one. It understands Redis's protocol, RESP2 and RESP3, well enough to know
/// which reply belongs to which command; connections that speak something else just pass, and take all faults but dropped replies. All
/// faults can be set at any time, together, by any thread.
/// </summary>
public sealed class FaultProxy : IAsyncDisposable
{
    private readonly Socket _listener;
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<ProxyConnection, bool> _connections = new();
    private readonly Lock _holeGate = new();
    private Task _accepting = Task.CompletedTask;
    private volatile DropRule? _drops;
    private volatile Blackhole? _hole;
    private volatile ByteCut? _cut;
    private volatile Action<RespCommand>? _observer;
    private long _delayTicks;
    private long _commands;
    private long _repliesDropped;
    private long _repliesLost;
    private long _accepted;

    private FaultProxy(Socket listener, string upstreamHost, int upstreamPort)
    {
        _listener = listener;
        UpstreamHost = upstreamHost;
        UpstreamPort = upstreamPort;
        Port = ((IPEndPoint)listener.LocalEndPoint!).Port;
    }

    /// <summary>The port on 127.0.0.1 for clients.</summary>
    public int Port { get; }

    /// <summary><c>127.0.0.1:port</c></summary>
    public string EndPoint => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{Port}");

    /// <summary>Sees every command before it is forwarded, from any thread, several at once. It must be quick and must not throw.</summary>
    public Action<RespCommand>? Observer
    {
        get => _observer;
        set => _observer = value;
    }

    /// <summary>How many commands clients have sent, those too that a fault swallowed.</summary>
    public long Commands => Interlocked.Read(ref _commands);

    /// <summary>How many replies <see cref="DropReplies"/> has dropped.</summary>
    public long RepliesDropped => Interlocked.Read(ref _repliesDropped);

    /// <summary>
    /// How many other commands had sent and awaited their reply on connections that a dropped reply closed: their fate is unknown to the
    /// client as well.
    /// </summary>
    public long RepliesLost => Interlocked.Read(ref _repliesLost);

    /// <summary>How many connections have been accepted.</summary>
    public long Accepted => Interlocked.Read(ref _accepted);

    /// <summary>How many connections there are.</summary>
    public int Connections => _connections.Count;

    internal string UpstreamHost { get; }

    internal int UpstreamPort { get; }

    internal Blackhole? Hole => _hole;

    internal ByteCut? Cut => _cut;

    internal TimeSpan Latency => TimeSpan.FromTicks(Interlocked.Read(ref _delayTicks));

    internal CancellationToken Stopping => _stopping.Token;

    /// <summary>Starts a proxy on a free port. The server need not be there yet; while it is not, connections are reset.</summary>
    public static Task<FaultProxy> StartAsync(string upstreamHost, int upstreamPort)
    {
        var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(512);
        var proxy = new FaultProxy(listener, upstreamHost, upstreamPort);
        proxy._accepting = proxy.AcceptAsync();
        return Task.FromResult(proxy);
    }

    /// <summary>
    /// From now on, drops the replies of commands chosen by chance. A dropped reply means: the command reached the server, and its reply
    /// never reaches the client. Replies are told apart by their order alone, so leaving one out would give the next one to the wrong
    /// command; therefore the connection is reset as soon as the dropped reply is complete. Replies before it have been sent. Commands sent
    /// after it on the same connection lose theirs too (<see cref="RepliesLost"/>), and may or may not have reached the server.
    /// Subscriptions, pushes, and connections that are subscribed on RESP2 are left alone.
    /// </summary>
    /// <param name="rate">0 to 1; 0 ends it.</param>
    /// <param name="seed">The same seed chooses the same places in the row of commands asked about.</param>
    /// <param name="which">
    /// Of which commands only. Default: of all, those that set up a connection included. Called from any thread, several at once.
    /// </param>
    /// <param name="limit">The most to choose. Default: no limit.</param>
    public void DropReplies(double rate, int seed = 0, Func<RespCommand, bool>? which = null, int limit = int.MaxValue)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rate, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rate, 1);
        _drops = rate > 0 ? new DropRule(rate, seed, which, limit) : null;
    }

    /// <summary>
    /// Nothing passes in either direction, no end of a connection either, until <see cref="Heal"/>; new connections are accepted and hear
    /// nothing. When this returns, the last byte has passed, unless its receiver takes none.
    /// </summary>
    /// <param name="keep">
    /// False: what is sent meanwhile is gone, and connections that lost bytes are reset when it heals, since a stream cannot go on with a
    /// hole. True: it arrives when it heals, as what TCP sends again after a cable is plugged in.
    /// </param>
    public async Task BlackholeAsync(bool keep = false)
    {
        lock (_holeGate)
        {
            if (_hole is not null)
            {
                throw new InvalidOperationException("Heal the one before.");
            }

            _hole = new Blackhole(keep);
        }

        foreach (var connection in _connections.Keys)
        {
            await connection.FinishSendingAsync();
        }
    }

    /// <summary>Ends <see cref="BlackholeAsync"/>; other faults stay.</summary>
    public void Heal()
    {
        Blackhole? hole;
        lock (_holeGate)
        {
            hole = _hole;
            _hole = null;
        }

        foreach (var connection in _connections.Keys.Where(static connection => connection.LostBytes))
        {
            connection.Reset();
        }

        hole?.Heal();
    }

    /// <summary>Resets all connections that there are, on both sides. New ones are accepted.</summary>
    public void ResetAll()
    {
        foreach (var connection in _connections.Keys)
        {
            connection.Reset();
        }
    }

    /// <summary>What is read from now on arrives this much later, in each direction. Order and throughput stay. Zero ends it.</summary>
    public void Delay(TimeSpan delay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        Interlocked.Exchange(ref _delayTicks, delay.Ticks);
    }

    /// <summary>
    /// Resets each connection, those to come too, when it has carried so many bytes that way from now on, which can be in the middle of a
    /// command or reply.
    /// </summary>
    /// <param name="bytes">1 or more; null ends it.</param>
    /// <param name="direction">Which bytes count.</param>
    public void CutAfter(long? bytes, ProxyDirection direction = ProxyDirection.ToClient)
    {
        if (bytes is { } count)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(count, 1, nameof(bytes));
        }

        _cut = bytes is null ? null : new ByteCut(bytes.Value, direction);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Dispose();
        Heal();
        ResetAll();
        await _accepting;
        ResetAll();
        await Task.WhenAll(_connections.Keys.Select(static connection => connection.Ended));
        _stopping.Dispose();
    }

    /// <summary>A client has sent a command. Returns whether its reply is to be dropped.</summary>
    internal bool OnCommand(RespCommand command, bool canDrop)
    {
        Interlocked.Increment(ref _commands);
        _observer?.Invoke(command);
        return canDrop && (_drops?.Chooses(command) ?? false);
    }

    internal void OnDropped(int lost)
    {
        Interlocked.Increment(ref _repliesDropped);
        Interlocked.Add(ref _repliesLost, lost);
    }

    private async Task AcceptAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            Socket client;
            try
            {
                client = await _listener.AcceptAsync(_stopping.Token);
            }
            catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
            catch (SocketException)
            {
                // The client was gone before it was accepted.
                continue;
            }

            Interlocked.Increment(ref _accepted);
            var connection = new ProxyConnection(this, client);
            // First listed, then started: a blackhole or reset must find it.
            _connections[connection] = true;
            _ = RunAsync(connection);
        }
    }

    private async Task RunAsync(ProxyConnection connection)
    {
        await connection.RunAsync();
        _connections.TryRemove(connection, out _);
    }
}
