using System.Text;
using TaskGen.Primitives;
using TaskGen.Dispatch;

namespace TaskGen.Tests.Dispatch;

public sealed class IdempotencyKeyTests
{
    [Theory]
    [InlineData("""{"a":1,"b":2}""", """{"b":2,"a":1}""")]
    [InlineData("""{"o":{"x":[{"p":1,"q":2}],"y":null}}""", """{ "o" : { "y" : null, "x" : [ { "q" : 2, "p" : 1 } ] } }""")]
    [InlineData("{\"a\":\"\\u00e9\"}", "{\"a\":\"é\"}")]
    public void The_order_of_properties_the_spacing_and_the_escaping_do_not_matter(string one, string other) =>
        Assert.Equal(OfArguments("t", one), OfArguments("t", other));

    [Fact]
    public void What_differs_has_different_keys()
    {
        string[] keys =
        [
            OfArguments("t", """{"a":[1,2]}"""), OfArguments("t", """{"a":[2,1]}"""), OfArguments("t", """{"a":"1,2"}"""),
            OfArguments("t", """{"a":["1,2"]}"""), OfArguments("t", """{"a":1,"b":2}"""), OfArguments("t", """{"a":2,"b":1}"""),
            OfArguments("t", """{"a":1}"""), OfArguments("t", """{"a":"1"}"""), OfArguments("t", """{"a":null}"""), OfArguments("t", "{}"),
            OfArguments("u", "{}"), OfArguments("t", """{"A":1}"""), OfArguments("t", "{\"a\":\"\u00e9\"}"),
            OfArguments("t", "{\"a\":\"e\u0301\"}"), OfArguments("t", """{"a":"x\u0000y"}"""), OfArguments("t", """{"a":"xy"}"""),
            IdempotencyKeys.FromCaller("t", "{}"), IdempotencyKeys.FromCaller("t", "a"), IdempotencyKeys.FromCaller("t", "A"),
            IdempotencyKeys.FromCaller("ta", ""), IdempotencyKeys.FromCaller("t", "\u00e9"), IdempotencyKeys.FromCaller("t", "e\u0301"),
            IdempotencyKeys.FromCaller("t", "a:b"), IdempotencyKeys.FromCaller("t", "a\0b"), IdempotencyKeys.FromCaller("t", "a b"),
            IdempotencyKeys.FromCaller("t", "arguments\0{}"), IdempotencyKeys.FromCaller("t", new string('a', 1024)),
            IdempotencyKeys.FromCaller("t", new string('a', 1023)),
        ];

        Assert.Equal(keys.Length, keys.Distinct(StringComparer.Ordinal).Count());
    }

    /// <summary>Fault R11: keys that are stored stay valid, whichever characters are escaped in a payload.</summary>
    [Theory]
    [InlineData("""{"text":"\u4e2d\u6587 \ud83d\ude00 \u003cb\u003e"}""")]
    [InlineData("""{"text":"中文 😀 <b>"}""")]
    public void The_key_of_text_outside_ASCII_is_that_of_earlier_versions(string json) =>
        Assert.Equal("xRONjq2sUVkyppVCSYanpTrFjEJ_jqfuvp9jrLKwlZA", OfArguments("t", json));

    [Fact]
    public void A_key_is_short_and_a_name_whatever_it_was_made_of() =>
        Assert.All(Hostile.Names.Where(static name => !name.Contains('\uD800') && !name.StartsWith('\uDC00')), static name => Assert.True(
            WireNames.IsValid(IdempotencyKeys.FromCaller("t", name))));

    private static string OfArguments(string name, string json) => IdempotencyKeys.FromArguments(name, Encoding.UTF8.GetBytes(json));
}
