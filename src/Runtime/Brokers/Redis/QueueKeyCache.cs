using System.Collections.Concurrent;
using StackExchange.Redis;

namespace TaskGen.Brokers.Redis;

/// <summary>The keys of one queue, put together once for each script.</summary>
internal sealed class QueueKeyCache(QueueKeys keys)
{
    private readonly ConcurrentDictionary<BrokerScript, RedisKey[]> _shared = new();
    private readonly ConcurrentDictionary<(BrokerScript Script, Guid One), RedisKey[]> _ofOne = new();

    public string Name => keys.Queue;

    public QueueKeys Keys => keys;

    public RedisKey[] KeysOf(BrokerScript script) => _shared.GetOrAdd(script, static (key, all) => key.Keys(all), keys);

    /// <summary>The keys of a script that is about one worker incarnation or one producer.</summary>
    public RedisKey[] KeysOf(BrokerScript script, Guid one) =>
        _ofOne.GetOrAdd((script, one), static (key, all) => key.Script.Keys(all, key.One), keys);

    /// <summary>Nothing more is asked about a worker incarnation.</summary>
    public void Forget(Guid one)
    {
        foreach (var entry in _ofOne.Keys.Where(entry => entry.One == one))
        {
            _ofOne.TryRemove(entry, out _);
        }
    }
}
