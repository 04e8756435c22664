using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;
using StackExchange.Redis;

namespace TaskGen.Throughput;

/// <summary>
/// Counts the commands that arrive over the wire, by MONITOR on a socket of its own. The statistics of the server cannot tell them from
/// those inside scripts; MONITOR marks the latter with <c>lua</c>. It leaves out administrative commands, which scripts cannot call: those
/// are added from the statistics.
/// </summary>
internal sealed class WireMonitor : IAsyncDisposable
{
    private readonly TcpClient _socket = new();
    private readonly ConcurrentQueue<(string Address, string Command)> _seen = new();
    private Task _reading = Task.CompletedTask;

    private WireMonitor()
    {
    }

    public static async Task<WireMonitor> StartAsync(ConfigurationOptions options, CancellationToken cancellationToken)
    {
        var monitor = new WireMonitor();
        var (host, port) = options.EndPoints[0] switch
        {
            System.Net.IPEndPoint address => (address.Address.ToString(), address.Port),
            System.Net.DnsEndPoint name => (name.Host, name.Port),
            var other => throw new NotSupportedException($"MONITOR needs an address and a port, not {other}."),
        };
        await monitor._socket.ConnectAsync(host, port, cancellationToken);
        var stream = monitor._socket.GetStream();
        var login = options.Password is null
            ? ""
            : options.User is null ? $"AUTH {options.Password}\r\n" : $"AUTH {options.User} {options.Password}\r\n";
        await stream.WriteAsync(Encoding.UTF8.GetBytes($"{login}MONITOR\r\n"), cancellationToken);
        var reader = new StreamReader(stream, Encoding.Latin1);
        for (var replies = login.Length > 0 ? 2 : 1; replies > 0; replies--)
        {
            var reply = await reader.ReadLineAsync(cancellationToken);
            if (reply != "+OK")
            {
                throw new InvalidOperationException($"The server refused MONITOR: {reply}");
            }
        }

        monitor._reading = monitor.ReadAsync(reader);
        return monitor;
    }

    /// <summary>Ends it.</summary>
    /// <param name="without">Addresses that do not count.</param>
    /// <returns>How often each command came.</returns>
    public async Task<Dictionary<string, int>> StopAsync(IReadOnlySet<string> without)
    {
        _socket.Close();
        await _reading;
        return _seen.Where(command => !without.Contains(command.Address))
            .CountBy(static command => command.Command)
            .ToDictionary(StringComparer.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        await _reading;
    }

    private async Task ReadAsync(StreamReader reader)
    {
        try
        {
            while (await reader.ReadLineAsync() is { } line)
            {
                // +1700000000.123456 [0 127.0.0.1:50000] "EVALSHA" "..."
                var open = line.IndexOf('[', StringComparison.Ordinal);
                var close = line.IndexOf(']', open + 1);
                var address = line[(line.IndexOf(' ', open) + 1)..close];
                if (address != "lua")
                {
                    _seen.Enqueue((address, line.Split('"', 3)[1].ToUpperInvariant()));
                }
            }
        }
        catch (Exception ended) when (ended is IOException or ObjectDisposedException)
        {
            // The socket was closed: that is how it ends.
        }
    }
}
