using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using TaskGen.CompilerServices;
using TaskGen.Execution;

namespace TaskGen.Tests.Execution;

public sealed class SensitiveJsonTests
{
    private static readonly JsonSerializerOptions Options = new();

    private static readonly TaskSensitivity Sensitivity = new(
        [new SensitivePart("card"), new SensitivePart("order", "Number", "SecretCode")]);

    private static readonly string[] Parameters = ["card", "order", "note"];

    [Theory]
    [InlineData("""{"note":"n","card":"4111"}""", """{"note":"n","card":"***"}""")]
    [InlineData("""{"card":{"a":[1,true,null]}}""", """{"card":"***"}""")]
    [InlineData("""{"card":null}""", """{"card":"***"}""")]
    [InlineData(
        """{"order":{"id":5,"cards":[{"Number":1},{"number":[2]},{"x":{"NUMBER":"3","ok":4}}]}}""",
        """{"order":{"id":5,"cards":[{"Number":"***"},{"number":"***"},{"x":{"NUMBER":"***","ok":4}}]}}""")]
    [InlineData(
        """{"order":{"secret_code":1,"secret-code":2,"secretCode":3,"SECRET_CODE":4,"code":5}}""",
        """{"order":{"secret_code":"***","secret-code":"***","secretCode":"***","SECRET_CODE":"***","code":5}}""")]
    [InlineData("""{"note":{"Number":1}}""", """{"note":{"Number":1}}""")]
    [InlineData("""{"older":"4111"}""", """{"older":"***"}""")]
    [InlineData("""{"Card":"4111"}""", """{"Card":"***"}""")]
    [InlineData("""["4111"]""", "\"***\"")]
    [InlineData("""{"note":"n","card":"41""", "\"***\"")]
    [InlineData("", "\"***\"")]
    public void People_see_masks(string json, string expected) =>
        Assert.Equal(expected, SensitiveJson.MaskArguments(Encoding.UTF8.GetBytes(json), Sensitivity, Parameters, Options));

    [Fact]
    public void Names_follow_a_naming_policy_of_the_users_own()
    {
        var options = new JsonSerializerOptions { PropertyNamingPolicy = new Shortening() };

        Assert.Equal(
            """{"order":{"num":"***"}}""",
            SensitiveJson.MaskArguments("""{"order":{"num":1}}"""u8.ToArray(), Sensitivity, Parameters, options));
    }

    [Fact]
    public void No_sensitive_value_of_any_payload_is_shown_or_missed()
    {
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, int.MaxValue]).Sample((depth, seed) =>
        {
            var random = new Random(seed);
            List<string> secrets = [];
            List<string> others = [];
            var payload = new JsonObject
            {
                ["note"] = Make(random, depth, isSecret: false, names: ["a", "Number"], others, others),
                ["card"] = Make(random, depth, isSecret: true, names: ["a", "b"], secrets, secrets),
                ["order"] = Make(random, depth, isSecret: false, names: ["a", "number", "Secret_Code"], secrets, others),
            };
            var json = Encoding.UTF8.GetBytes(payload.ToJsonString());

            var masked = SensitiveJson.MaskArguments(json, Sensitivity, Parameters, Options);
            var forms = new HashSet<string>();
            SensitiveJson.FindInArguments(json, Sensitivity, Options, value => SecretForms.Add(value, forms));
            var said = new SecretTexts(forms).Redact(string.Join(' ', secrets.Concat(others)));

            Assert.All(secrets, secret => Assert.DoesNotContain(secret, masked, StringComparison.Ordinal));
            Assert.All(others, other => Assert.Contains(other, masked, StringComparison.Ordinal));
            Assert.All(secrets, secret => Assert.DoesNotContain(secret, said, StringComparison.Ordinal));
            Assert.All(others, other => Assert.Contains(other, said, StringComparison.Ordinal));
        });
    }

    private static JsonNode Make(Random random, int depth, bool isSecret, string[] names, List<string> secrets, List<string> others)
    {
        if (depth == 0 || random.Next(4) == 0)
        {
            var number = 1_000_000_000_000 + random.NextInt64(8_000_000_000_000);
            (isSecret ? secrets : others).Add($"{number}");
            return random.Next(2) == 0 ? JsonValue.Create(number) : JsonValue.Create($"{number}");
        }

        if (random.Next(2) == 0)
        {
            return new JsonArray(
                [.. Enumerable.Range(0, random.Next(4)).Select(_ => Make(random, depth - 1, isSecret, names, secrets, others))]);
        }

        var made = new JsonObject();
        foreach (var name in names.Where(_ => random.Next(3) > 0))
        {
            made[name] = Make(random, depth - 1, isSecret || name.StartsWith('n') || name.StartsWith('S'), names, secrets, others);
        }

        return made;
    }

    private sealed class Shortening : JsonNamingPolicy
    {
        public override string ConvertName(string name) => name[..3].ToLowerInvariant();
    }
}
