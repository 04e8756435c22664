using System.Text.Json;
using CsCheck;
using TaskGen.Execution;

namespace TaskGen.Tests.Execution;

public sealed class SecretTextsTests
{
    [Theory]
    [InlineData("nothing of it", "nothing of it")]
    [InlineData("", "")]
    [InlineData("card 4111222233334444 declined", "card *** declined")]
    [InlineData("4111222233334444", "***")]
    [InlineData("x4111222233334444y4111222233334444", "x***y***")]
    [InlineData("user ANNA@example.org, anna@EXAMPLE.org", "user ***, ***")]
    [InlineData("pin 17 of 117, 17", "pin *** of 117, ***")]
    [InlineData("a letter x alone", "a letter x alone")]
    [InlineData("abcdefghi", "***")]
    [InlineData("abcdefghij abcde", "***j abcde")]
    public void Secrets_are_taken_out_of_texts(string text, string expected) =>
        Assert.Equal(
            expected, new SecretTexts(["4111222233334444", "anna@example.org", "17", "x", "abcdef", "defghi", " ", ""]).Redact(text));

    [Fact]
    public void Where_nothing_is_secret_texts_stay_as_they_are() => Assert.Same("text", new SecretTexts([]).Redact("text"));

    [Fact]
    public void What_could_not_be_read_is_all_secret() => Assert.Equal("***", SecretTexts.Unknown.Redact("anything"));

    [Theory]
    [InlineData(
        """  "a \"quoted\" näme"  """,
        "a \"quoted\" näme",
        "a \\u0022quoted\\u0022 n\\u00E4me",
        "a \\\"quoted\\\" näme",
        "a%20%22quoted%22%20n%C3%A4me")]
    [InlineData(
        """  "11111111-2222-3333-4444-555555555555"  """, "11111111-2222-3333-4444-555555555555", "11111111222233334444555555555555")]
    [InlineData("""  "1980-02-03"  """, "1980-02-03", "02/03/1980", "Sunday, 03 February 1980")]
    [InlineData("""  "1980-02-03T04:05:06+01:00"  """, "1980-02-03T04:05:06+01:00", "02/03/1980 04:05:06 +01:00", "1980-02-03")]
    [InlineData("""  "-----BEGIN KEY-----\nabcdefgh\nab"  """, "abcdefgh", "-----BEGIN KEY-----")]
    [InlineData("12345.50", "12345.50", "12345.5", "12,345.50", "12,346")]
    [InlineData("4111222233334444", "4111222233334444", "4,111,222,233,334,444")]
    public void Values_are_known_in_the_forms_in_which_they_are_printed(string json, params string[] expected)
    {
        var forms = new HashSet<string>();
        SecretForms.Add(JsonElement.Parse(json), forms);

        Assert.All(expected, form => Assert.Contains(form, forms));
    }

    [Fact]
    public void No_secret_remains_whatever_they_are_and_wherever_they_stand()
    {
        var secret = Gen.String[Gen.Char["abcAB12- "], 4, 9].Where(static text => !string.IsNullOrWhiteSpace(text));
        var piece = Gen.OneOf(Gen.String[Gen.Char["abcAB12- "], 0, 6], Gen.Const("\u0000"));
        Gen.Select(secret.Array[1, 6], Gen.Select(Gen.Int[0, 5], piece).Array[0, 12]).Sample((secrets, parts) =>
        {
            var text = string.Concat(parts.Select(part => part.Item2 == "\u0000" ? secrets[part.Item1 % secrets.Length] : part.Item2));

            var redacted = new SecretTexts(secrets).Redact(text);

            Assert.All(secrets, one => Assert.DoesNotContain(
                one, redacted.Replace(SensitiveJson.Mask, "\u0001", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));
            if (!secrets.Any(one => text.Contains(one, StringComparison.OrdinalIgnoreCase)))
            {
                Assert.Equal(text, redacted);
            }
        });
    }
}
