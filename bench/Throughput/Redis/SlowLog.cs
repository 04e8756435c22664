using System.Globalization;
using StackExchange.Redis;

namespace TaskGen.Throughput;

/// <summary>The slow log of the server, set to what is to be found, and set back at the end.</summary>
internal sealed class SlowLog : IAsyncDisposable
{
    private const string Threshold = "slowlog-log-slower-than";
    private const string Length = "slowlog-max-len";
    private const int Entries = 1_024;

    private readonly IServer _server;
    private readonly RedisValue _threshold;
    private readonly RedisValue _length;

    private SlowLog(IServer server, RedisValue threshold, RedisValue length)
    {
        _server = server;
        _threshold = threshold;
        _length = length;
    }

    public static async Task<SlowLog> StartAsync(IServer server, TimeSpan slowerThan)
    {
        var log = new SlowLog(server, (await server.ConfigGetAsync(Threshold))[0].Value, (await server.ConfigGetAsync(Length))[0].Value);
        await server.ConfigSetAsync(Threshold, slowerThan.TotalMicroseconds.ToString("F0", CultureInfo.InvariantCulture));
        await server.ConfigSetAsync(Length, Entries);
        await server.SlowlogResetAsync();
        return log;
    }

    public async Task<IReadOnlyList<SlowCommand>> ReadAsync() => [.. (await _server.SlowlogGetAsync(Entries)).Select(Read)];

    public async ValueTask DisposeAsync()
    {
        await _server.ConfigSetAsync(Threshold, _threshold);
        await _server.ConfigSetAsync(Length, _length);
    }

    private static SlowCommand Read(CommandTrace entry)
    {
        var arguments = entry.Arguments.Select(static argument => Printable(argument.ToString())).ToArray();
        var command = arguments[0].ToUpperInvariant();
        return command is "EVALSHA" or "EVAL" or "EVALSHA_RO" or "EVAL_RO" or "FCALL" or "FCALL_RO"
            ? new SlowCommand(
                entry.Duration, true, string.Join(' ', [command, .. arguments[1..3], "keys"]), arguments.ElementAtOrDefault(3) ?? "")
            : new SlowCommand(entry.Duration, false, command, arguments.ElementAtOrDefault(1) ?? "");
    }

    private static string Printable(string text) =>
        string.Concat(text.Take(80).Select(static character => character is >= ' ' and <= '~' ? character : '.'));
}
