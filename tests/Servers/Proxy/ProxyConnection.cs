using System.Net.Sockets;

namespace TaskGen.Servers;

/// <summary>One client, and the connection to the server that was made for it.</summary>
internal sealed class ProxyConnection(FaultProxy proxy, Socket client)
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Socket _server = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private volatile IReadOnlyList<ProxyPump> _pumps = [];
    private volatile bool _lostBytes;

    /// <summary>Completes when both sides are closed.</summary>
    public Task Ended => _ended.Task;

    /// <summary>Whether a blackhole swallowed some of its bytes.</summary>
    public bool LostBytes => _lostBytes;

    /// <summary>Throws nothing.</summary>
    public async Task RunAsync()
    {
        try
        {
            while (proxy.Hole is { } hole)
            {
                await hole.Healed;
            }

            client.NoDelay = true;
            await _server.ConnectAsync(proxy.UpstreamHost, proxy.UpstreamPort, proxy.Stopping);
            var pairing = new ReplyPairing();
            _pumps =
            [
                new ProxyPump(proxy, this, client, _server, ProxyDirection.ToServer, new CommandInspector(proxy, pairing)),
                new ProxyPump(proxy, this, _server, client, ProxyDirection.ToClient, new ReplyInspector(proxy, pairing)),
            ];
            await Task.WhenAll(_pumps.Select(static pump => pump.RunAsync()));
            client.Dispose();
            _server.Dispose();
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // No server, or reset before there was one.
            Reset();
        }
        finally
        {
            _ended.SetResult();
        }
    }

    /// <summary>Closes both sides by RST. Can be called at any time, more than once.</summary>
    public void Reset()
    {
        Reset(client);
        Reset(_server);
    }

    /// <summary>Bytes of it went into this hole.</summary>
    public void LoseBytes(Blackhole hole)
    {
        _lostBytes = true;
        if (!ReferenceEquals(proxy.Hole, hole))
        {
            // It has been healed in between, without having seen this.
            Reset();
        }
    }

    public Task FinishSendingAsync() => Task.WhenAll(_pumps.Select(static pump => pump.FinishSendingAsync()));

    private static void Reset(Socket socket)
    {
        try
        {
            socket.LingerState = new LingerOption(true, 0);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Not connected, or closed already.
        }

        socket.Dispose();
    }
}
