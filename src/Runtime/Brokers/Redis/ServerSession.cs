using StackExchange.Redis;

namespace TaskGen.Brokers.Redis;

/// <summary>Contains the objects that are created after the first successful connection to the server.</summary>
/// <param name="Database">The Redis database to which commands are sent.</param>
/// <param name="Scripts">The scripts for this kind of server (a single server or Redis Cluster).</param>
/// <param name="IsSharded">
/// <see langword="true"/> if sharded channels are used, which Redis Cluster assigns to hash slots; otherwise, <see langword="false"/>.
/// </param>
internal sealed record ServerSession(IDatabase Database, BrokerScripts Scripts, bool IsSharded)
{
    /// <summary>
    /// The command flags for subscriptions, which require a primary. Without them, the client library subscribes on a replica while the
    /// primary is disconnected, and keeps that subscription when the primary is connected again, so that each message is received twice.
    /// </summary>
    public const CommandFlags Subscribing = CommandFlags.DemandMaster;

    public RedisChannel Channel(byte[] name) => IsSharded ? RedisChannel.Sharded(name) : RedisChannel.Literal(name);
}
