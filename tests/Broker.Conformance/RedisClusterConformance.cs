namespace Broker.Conformance;

/// <summary>The contract on a Redis Cluster, where every queue lies in a slot of its own and channels lie in slots too.</summary>
public sealed class RedisClusterConformance(RedisClusterFixture fixture)
    : RedisConformance(fixture.Configuration), IClassFixture<RedisClusterFixture>;
