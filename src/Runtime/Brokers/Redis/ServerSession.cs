using StackExchange.Redis;

namespace TaskGen.Brokers.Redis;

/// <summary>Contains the objects that are created after the first successful connection to the server.</summary>
/// <param name="Database">The database to send commands to.</param>
/// <param name="Scripts">The scripts for this kind of server.</param>
/// <param name="IsSharded">
/// <see langword="true"/> if channels belong to hash slots, as on a Cluster; otherwise, <see langword="false"/>.
/// </param>
internal sealed record ServerSession(IDatabase Database, BrokerScripts Scripts, bool IsSharded)
{
    /// <summary>
    /// The flags for subscriptions: primaries only. Without this flag, the client library subscribes on a replica while the primary is not
    /// connected and keeps that subscription, so that each message is received twice.
    /// </summary>
    public const CommandFlags Subscribing = CommandFlags.DemandMaster;

    public RedisChannel Channel(byte[] name) => IsSharded ? RedisChannel.Sharded(name) : RedisChannel.Literal(name);
}
