namespace Broker.Conformance;

/// <summary>
/// The conformance suite on a Redis Cluster, where every queue lies in a hash slot of its own and channels lie in hash slots too.
/// </summary>
public sealed class RedisClusterConformance(RedisClusterFixture fixture)
    : RedisConformance(fixture.Configuration), IClassFixture<RedisClusterFixture>;
