using System.Globalization;
using TaskGen.Servers;

namespace Servers.Tests;

/// <summary>A parent that has servers and never ends: see <see cref="ChildProcessTests"/>.</summary>
internal static class Program
{
    public static async Task Main()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var postgres = await PostgresServer.StartAsync();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{redis.ProcessId} {postgres.ProcessId} {redis.Folder}"));
        await Task.Delay(Timeout.Infinite);
    }
}
