using System.Net;
using System.Net.Sockets;

namespace TaskGen.Servers;

/// <summary>
/// Gives loopback ports that are free, none of them twice in this process. Another process can still take one before it is used: who starts
/// a server tries again with the next one.
/// </summary>
public static class FreePorts
{
    /// <summary>How far the bus port of a Cluster node is from its port.</summary>
    public const int BusOffset = 10_000;

    // Below the ports that the system gives to outgoing connections (from 32,768 on Linux, 49,152 on macOS), bus ports included.
    private const int First = 11_000;
    private const int End = 32_000;
    private const int Tries = 10_000;

    private static readonly Lock Gate = new();
    private static readonly HashSet<int> Given = [];
    private static readonly Random Random = new();

    /// <summary>A free port.</summary>
    public static int Next() => Take(End, withBus: false);

    /// <summary>A free port for a node of a Redis Cluster: the port 10,000 above is free too, and given to nobody else.</summary>
    public static int NextWithBus() => Take(End - BusOffset, withBus: true);

    /// <summary>So many different ports of <see cref="NextWithBus()"/>.</summary>
    public static IReadOnlyList<int> NextWithBus(int count) => [.. Enumerable.Range(0, count).Select(static _ => NextWithBus())];

    private static int Take(int end, bool withBus)
    {
        lock (Gate)
        {
            for (var i = 0; i < Tries; i++)
            {
                // By chance, so that processes that start at the same time rarely ask for the same one.
                var port = Random.Next(First, end);
                int[] wanted = withBus ? [port, port + BusOffset] : [port];
                if (wanted.All(static p => !Given.Contains(p) && IsFree(p)))
                {
                    Given.UnionWith(wanted);
                    return port;
                }
            }
        }

        throw new InvalidOperationException($"No free loopback port between {First} and {end} was found in {Tries} tries.");
    }

    private static bool IsFree(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            socket.Listen();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
