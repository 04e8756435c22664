using System.Text;
using StackExchange.Redis;
using TaskGen.Brokers.Redis;

namespace Broker.Conformance;

/// <summary>
/// The contract as a user with the rights that <c>docs/redis-keys.md</c> gives, so that no script reaches a key of somebody else's,
/// declared or put together. After each case, every key and channel that was sent lies in one hash tag, and every key that is left is one
/// of the document. The scripts are exactly those of the library, with the server's clock, and time passes for real.
/// </summary>
public sealed class RedisLeastPrivilegeConformance(RedisLeastPrivilegeFixture fixture)
    : RedisConformance(fixture.Configuration, fixture.AdminConfiguration, inRealTime: true), IClassFixture<RedisLeastPrivilegeFixture>
{
    public override async Task DisposeAsync()
    {
        try
        {
            Assert.Empty(fixture.Strangers);
            Assert.True(fixture.Looked > 0, "Nothing has been sent.");
            await AssertDocumentedAsync();
        }
        finally
        {
            await base.DisposeAsync();
        }
    }

    private async Task AssertDocumentedAsync()
    {
        var document = RedisKeysDocument.Read();
        var prefix = new QueueKeys("conformance", Queue).Prefix;
        await using var admin = await ConnectionMultiplexer.ConnectAsync(fixture.AdminConfiguration);
        await foreach (var key in admin.GetServers()[0].KeysAsync(pattern: $"{prefix}*", pageSize: 1000))
        {
            var suffix = Encoding.Latin1.GetString((byte[])key!)[prefix.Length..];
            var type = await admin.GetDatabase().KeyTypeAsync(key);
            if (type != RedisType.None)
            {
                Assert.Equal((suffix, document.Find(suffix)?.Type), (suffix, TypeName(type)));
            }
        }
    }

    private static string TypeName(RedisType type) => type == RedisType.SortedSet ? "zset" : $"{type}".ToLowerInvariant();
}
