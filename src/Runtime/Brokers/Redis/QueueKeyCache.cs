using System.Collections.Concurrent;
using StackExchange.Redis;

namespace TaskGen.Brokers.Redis;

/// <summary>Caches, for each script, the Redis keys of one queue or resource.</summary>
internal sealed class QueueKeyCache(QueueKeys keys)
{
    private readonly ConcurrentDictionary<BrokerScript, RedisKey[]> _shared = new();
    private readonly ConcurrentDictionary<(BrokerScript Script, Guid One), RedisKey[]> _ofOne = new();

    public string Name => keys.Queue;

    public QueueKeys Keys => keys;

    /// <summary>Gets the Redis keys to pass to a script.</summary>
    /// <param name="script">The script.</param>
    /// <param name="one">
    /// The id of the worker incarnation or producer whose keys the script uses; <see langword="null"/> if the script uses no such keys.
    /// </param>
    public RedisKey[] KeysOf(BrokerScript script, Guid? one) => one is { } id
        ? _ofOne.GetOrAdd((script, id), static (key, all) => key.Script.Keys(all, key.One), keys)
        : _shared.GetOrAdd(script, static (key, all) => key.Keys(all), keys);

    /// <summary>Removes the cached keys of a worker incarnation that has ended.</summary>
    public void Forget(Guid one)
    {
        foreach (var entry in _ofOne.Keys.Where(entry => entry.One == one))
        {
            _ofOne.TryRemove(entry, out _);
        }
    }
}
