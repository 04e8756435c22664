using System.Collections.Concurrent;
using System.Text;
using TaskGen.Servers;

namespace Broker.Conformance;

/// <summary>
/// A server that the broker may use as <c>docs/redis-keys.md</c> says and no more, behind a proxy that looks at every command.
/// </summary>
public sealed class RedisLeastPrivilegeFixture : IAsyncLifetime
{
    private const string Prefix = "tg:{conformance:";
    private static readonly HashSet<string> OfConnections =
        ["AUTH", "CLIENT", "CLUSTER", "CONFIG", "ECHO", "HELLO", "INFO", "PING", "QUIT", "SENTINEL"];

    private readonly ConcurrentQueue<string> _strangers = new();
    private RedisServer? _server;
    private FaultProxy? _proxy;
    private long _looked;

    public string Configuration => $"{_proxy!.EndPoint},user=app,password=secret";

    /// <summary>Past the proxy, with all rights.</summary>
    public string AdminConfiguration => $"{_server!.EndPoint},user=admin,password=admin";

    /// <summary>
    /// Commands with a key or channel that is not in the one hash tag of its queue, or of which it is not known where their keys are.
    /// </summary>
    public IReadOnlyCollection<string> Strangers => _strangers;

    /// <summary>How many commands with keys or channels have been looked at.</summary>
    public long Looked => Interlocked.Read(ref _looked);

    public async Task InitializeAsync()
    {
        var app = RedisKeysDocument.Read().UserRules.Replace("tg:{taskgen:", Prefix, StringComparison.Ordinal);
        _server = await RedisServer.StartAsync(new RedisServerOptions { Users = ["default off", app, "admin on >admin ~* &* +@all"] });
        _proxy = await FaultProxy.StartAsync("127.0.0.1", _server.Port);
        _proxy.Observer = Look;
    }

    public async Task DisposeAsync()
    {
        await (_proxy?.DisposeAsync() ?? default);
        await (_server?.DisposeAsync() ?? default);
    }

    private void Look(RespCommand command)
    {
        if (OfConnections.Contains(command.Name))
        {
            return;
        }

        Interlocked.Increment(ref _looked);
        var names = KeysOf(command);
        if (names is null)
        {
            _strangers.Enqueue($"{command}: its keys are not known");
        }
        else if (names.Any(static name => Tag(name) is null) || names.Select(Tag).Distinct().Count() > 1)
        {
            _strangers.Enqueue($"{command}: {string.Join(", ", names)}");
        }
    }

    // What is no text is of no interest here: the tag stands before the first id.
    private static List<string>? KeysOf(RespCommand command) => command.Name switch
    {
        "EVALSHA" or "EVAL" => [.. command.ScriptKeys()],
        "LRANGE" or "HSCAN" => [Encoding.Latin1.GetString(command.Arguments[0])],
        "SUBSCRIBE" or "UNSUBSCRIBE" or "SSUBSCRIBE" or "SUNSUBSCRIBE" => [.. command.Arguments.Select(Encoding.Latin1.GetString)],
        _ => null,
    };

    private static string? Tag(string name)
    {
        var end = name.IndexOf("}:", StringComparison.Ordinal);
        return name.StartsWith(Prefix, StringComparison.Ordinal) && end > Prefix.Length ? name[..end] : null;
    }
}
