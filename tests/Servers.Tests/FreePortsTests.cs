using System.Net;
using System.Net.Sockets;
using TaskGen.Servers;

namespace Servers.Tests;

public sealed class FreePortsTests
{
    [Fact]
    public void No_port_is_given_twice_bus_ports_included()
    {
        var plain = Enumerable.Range(0, 50).Select(static _ => FreePorts.Next());
        var nodes = FreePorts.NextWithBus(50);
        int[] all = [.. plain, .. nodes, .. nodes.Select(static port => port + FreePorts.BusOffset)];
        Assert.Equal(all.Length, all.Distinct().Count());
    }

    [Fact]
    public void A_port_that_was_given_can_be_bound()
    {
        var port = FreePorts.NextWithBus();
        foreach (var wanted in new[] { port, port + FreePorts.BusOffset })
        {
            using var listener = new TcpListener(IPAddress.Loopback, wanted);
            listener.Start();
        }
    }
}
