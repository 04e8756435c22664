using System.Net;

namespace TaskGen.Brokers.Redis;

/// <summary>Formats the addresses of servers for messages, such as <c>localhost:6379</c>.</summary>
internal static class ServerNames
{
    public static string Of(EndPoint endPoint) => endPoint switch
    {
        // The string form of a DnsEndPoint starts with its address family.
        DnsEndPoint name => $"{name.Host}:{name.Port}",
        _ => $"{endPoint}",
    };

    public static string Of(IEnumerable<EndPoint> endPoints) => string.Join(", ", endPoints.Select(Of));
}
