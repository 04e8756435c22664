using System.Globalization;
using System.Text;
using StackExchange.Redis;
using TaskGen.Brokers.Redis;

namespace Broker.Conformance;

/// <summary>
/// Lets the time of a broker on Redis pass at once. The scripts add to the server's clock how far a test has moved it, and moving it brings
/// the server's own expiry of every key forward by as much. All else is what every user runs.
/// </summary>
internal sealed class ShiftedClock(IConnectionMultiplexer connection, string taskNamespace, string queue)
{
    private const string ShiftKey = "test:shift";

    private const string Shift = $"""

        local shift = tonumber(redis.call('GET', string.match(KEYS[1], '^tg:%b{"{}"}:') .. '{ShiftKey}') or '0')
        now = now + shift
        now_text = string.format('%.0f', now)

        local expire_unshifted = expire
        local function expire(key, milliseconds)
          expire_unshifted(key, milliseconds - shift)
        end
        """;

    // All keys of a queue lie in one hash slot.
    private const string Move = """
        for _, key in ipairs(redis.call('KEYS', ARGV[1] .. '*')) do
          local expiry = redis.call('PEXPIRETIME', key)
          if expiry > 0 then
            redis.call('PEXPIREAT', key, expiry - ARGV[2])
          end
        end
        redis.call('INCRBY', KEYS[1], ARGV[2])
        """;

    /// <summary>Stands for <c>lib/clock.lua</c>.</summary>
    public static string Script { get; } = BrokerScripts.Source("lib/clock.lua") + Shift;

    /// <summary>Moves the clock of the queue, and of the queues whose names begin with its name.</summary>
    public async Task MoveAsync(TimeSpan time)
    {
        var milliseconds = ((long)time.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
        foreach (var prefix in await PrefixesAsync())
        {
            await connection.GetDatabase().ScriptEvaluateAsync(Move, [prefix + ShiftKey], [prefix, milliseconds]);
        }
    }

    private async Task<IReadOnlySet<string>> PrefixesAsync()
    {
        var prefixes = new HashSet<string> { new QueueKeys(taskNamespace, queue).Prefix };
        foreach (var server in connection.GetServers().Where(static server => !server.IsReplica))
        {
            await foreach (var key in server.KeysAsync(pattern: $"tg:{{{taskNamespace}:{queue}*", pageSize: 1000))
            {
                var text = Encoding.Latin1.GetString((byte[])key!);
                prefixes.Add(text[..(text.IndexOf("}:", StringComparison.Ordinal) + 2)]);
            }
        }

        return prefixes;
    }
}
