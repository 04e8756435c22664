using TaskGen.Brokers.Redis;

namespace Broker.Conformance;

/// <summary>The document on keys and <see cref="QueueKeys"/> say the same.</summary>
public sealed class RedisKeysDocumentTests
{
    private readonly RedisKeysDocument _document = RedisKeysDocument.Read();

    [Fact]
    public void Every_key_is_documented_and_every_documented_key_exists()
    {
        var documented = _document.Rows.SelectMany(row => row.Names.Select(name => $"{name} is {row.Suffix}"));
        var known = QueueKeys.OfQueue.Concat(QueueKeys.Families).Concat(QueueKeys.OfOne).Select(key => $"{key.Key} is {key.Value}");

        Assert.Equal(known.Order(StringComparer.Ordinal), documented.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_pattern_ends_with_an_asterisk_where_and_only_where_it_stands_for_many()
    {
        var families = QueueKeys.Families.Values.Concat(QueueKeys.OfOne.Values).Distinct();

        Assert.Equal(
            families.Order(StringComparer.Ordinal),
            _document.Rows.Where(row => row.IsFamily).Select(row => row.Suffix).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_said_to_write_a_key_is_a_script_that_declares_it()
    {
        var scripts = new BrokerScripts(sharded: false).All.ToDictionary(script => script.Name);
        foreach (var row in _document.Rows)
        {
            Assert.All(row.WrittenBy, name => Assert.Contains(scripts[name].KeyNames, row.Names.Contains));
        }
    }

    [Fact]
    public void The_rights_cover_what_scripts_call()
    {
        var rights = _document.UserRules.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var called = new BrokerScripts(sharded: false).All.SelectMany(ScriptText.Commands).Concat(["PUBLISH", "SPUBLISH"]);

        Assert.DoesNotContain(called, command => !rights.Contains($"+{command.ToLowerInvariant()}"));
    }
}
