using System.Globalization;
using StackExchange.Redis;

namespace TaskGen.Throughput;

/// <summary>Looks at the server on a connection of its own, and clears away what a measurement left.</summary>
internal sealed class RedisProbe : IAsyncDisposable
{
    private const int Page = 1_000;

    private readonly ConnectionMultiplexer _connection;
    private readonly IDatabase _database;
    private readonly IServer _server;

    private RedisProbe(ConnectionMultiplexer connection)
    {
        _connection = connection;
        _database = connection.GetDatabase();
        _server = connection.GetServers()[0];
    }

    public string Version => _server.Version.ToString();

    public IServer Server => _server;

    public static async Task<RedisProbe> ConnectAsync(string configuration)
    {
        var options = BenchConnections.Parse(configuration);
        options.AllowAdmin = true;
        return new RedisProbe(await ConnectionMultiplexer.ConnectAsync(options));
    }

    public async Task<RedisSample> SampleAsync()
    {
        var cpu = await InfoAsync("cpu");
        var calls = await CallsAsync();
        return new RedisSample(
            Number(cpu["used_cpu_user"]) + Number(cpu["used_cpu_sys"]),
            calls.Where(static pair => pair.Key is "eval" or "evalsha" or "eval_ro" or "evalsha_ro" or "fcall" or "fcall_ro")
                .Sum(static pair => pair.Value));
    }

    /// <summary>How often each command was called, inside scripts too.</summary>
    public async Task<Dictionary<string, long>> CallsAsync() =>
        (await InfoAsync("commandstats")).ToDictionary(
            static pair => pair.Key["cmdstat_".Length..],
            static pair => long.Parse(pair.Value.Split(',')[0]["calls=".Length..], CultureInfo.InvariantCulture),
            StringComparer.Ordinal);

    public async Task<double> UsedMemoryAsync() => Number((await InfoAsync("memory"))["used_memory"]);

    /// <summary>The addresses of the connections that this program makes itself, those of TaskGen not among them.</summary>
    public async Task<HashSet<string>> AddressesAsync() =>
        (await _server.ClientListAsync())
            .Where(static client => client.Name == BenchConnections.Name)
            .Select(static client => client.Address!.ToString()!)
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>
    /// How many elements the lists of a namespace hold: what waits. A worker that has left has given back what it still held, so nothing
    /// hides in a lease.
    /// </summary>
    public async Task<long> WaitingAsync(string name)
    {
        var count = 0L;
        await foreach (var key in KeysAsync(name, "TYPE", "list"))
        {
            count += await _database.ListLengthAsync(key);
        }

        return count;
    }

    /// <summary>Deletes all keys of a namespace.</summary>
    public async Task DeleteAsync(string name)
    {
        var page = new List<RedisKey>(Page);
        await foreach (var key in KeysAsync(name))
        {
            page.Add(key);
            if (page.Count == Page)
            {
                await _database.KeyDeleteAsync([.. page]);
                page.Clear();
            }
        }

        await _database.KeyDeleteAsync([.. page]);
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    /// <summary>
    /// By SCAN itself, since the one of the library takes no type. A name is followed by what is no digit, so that run 1 does not find run
    /// 12.
    /// </summary>
    private async IAsyncEnumerable<RedisKey> KeysAsync(string name, params string[] filter)
    {
        var cursor = "0";
        do
        {
            var reply = (RedisResult[])(await _database.ExecuteAsync(
                "SCAN", [cursor, "MATCH", $"*{name}[^0-9]*", "COUNT", Page, .. filter]))!;
            cursor = (string)reply[0]!;
            foreach (var key in (RedisKey[])reply[1]!)
            {
                yield return key;
            }
        }
        while (cursor != "0");
    }

    private async Task<Dictionary<string, string>> InfoAsync(string section) =>
        (await _server.InfoRawAsync(section))!
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(static line => line[0] != '#')
            .Select(static line => line.Split(':', 2))
            .ToDictionary(static pair => pair[0], static pair => pair[1], StringComparer.Ordinal);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
