using TaskGen.Servers;

namespace Broker.Conformance;

/// <summary>The contract on one Redis server.</summary>
public sealed class RedisServerConformance(RedisServerFixture fixture)
    : RedisConformance(fixture.Configuration), IClassFixture<RedisServerFixture>;
