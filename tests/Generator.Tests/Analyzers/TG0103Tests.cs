using System.Text.Json;
using Generator.Tests.Support;
using TaskGen;
using TaskGen.Serialization;

namespace Generator.Tests.Analyzers;

/// <summary>Values of type object.</summary>
public sealed class TG0103Tests
{
    [Fact]
    public async Task Flags_objects()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            """
            public sealed class Setting { public string Name { get; set; } = ""; public object? Value { get; set; } }
            public sealed class Loose { public dynamic? Value { get; set; } }
            public sealed class Jobs
            {
                [Task] public void A(
                    object [|TG0103:a|], Dictionary<string, object> [|TG0103:b|], object?[] [|TG0103:c|], List<Setting> [|TG0103:d|],
                    System.Collections.ArrayList [|TG0103:e|], (int, object) [|TG0103:f|], Loose [|TG0103:g|]) { }
                [Task] public Task<object> [|TG0103:B|]() => null!;
            }
            """);
        Assert.Equal(
            "Parameter 'a' of task 'Jobs.A' may have values of a different type after deserialization because objects in 'a' "
                + "(type 'object') are deserialized as JsonElement. Use a specific type, or use JsonElement explicitly.",
            messages[0]);
        Assert.Contains("'d[].Value'", messages[3], StringComparison.Ordinal);
    }

    [Fact]
    public void What_it_says_is_true()
    {
        var options = TaskJson.Create(new TaskJsonOptions(), []);
        Assert.IsType<JsonElement>(JsonSerializer.Deserialize<object>(JsonSerializer.Serialize<object>(1, options), options));
        Assert.IsType<JsonElement>(Assert.Single(JsonSerializer.Deserialize<System.Collections.ArrayList>("[1]", options)!));
    }

    [Fact]
    public Task Leaves_json_and_what_is_not_read() => AnalyzerVerifier.VerifyAsync(
        """
        using System.Text.Json;
        using System.Text.Json.Serialization;
        public sealed class Event
        {
            public string Name { get; set; } = "";
            public JsonElement Data { get; set; }
            public object Computed => Name;
            [JsonIgnore] public object? Tag { get; set; }
            [JsonExtensionData] public Dictionary<string, object>? Rest { get; set; }
        }
        public sealed class Jobs
        {
            [Task] public void A(
                Event a, JsonElement b, System.Text.Json.Nodes.JsonArray c, Dictionary<string, JsonElement> d, [FromServices] object e) { }
        }
        """);

    [Fact]
    public Task Says_nothing_without_the_library() => AnalyzerVerifier.VerifyWithoutLibraryAsync(
        "public sealed class C { [Task] public void A(object a) { } }");
}
