using StackExchange.Redis;

namespace TaskGen.Brokers.Redis;

/// <summary>What is known once the server was reached.</summary>
/// <param name="Database">Where commands go.</param>
/// <param name="Scripts">The scripts as this kind of server runs them.</param>
/// <param name="IsSharded">Whether channels lie in hash slots, as on a Cluster.</param>
internal sealed record ServerSession(IDatabase Database, BrokerScripts Scripts, bool IsSharded)
{
    /// <summary>
    /// Primaries only. A replica is good enough for the client while its primary is not connected yet; it is then left subscribed, and all
    /// is heard twice.
    /// </summary>
    public const CommandFlags Subscribing = CommandFlags.DemandMaster;

    public RedisChannel Channel(byte[] name) => IsSharded ? RedisChannel.Sharded(name) : RedisChannel.Literal(name);
}
