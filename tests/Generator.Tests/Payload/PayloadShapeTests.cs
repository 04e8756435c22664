using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Generator.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using TaskGen.CompilerServices;

namespace Generator.Tests.Payload;

/// <summary>What parameters look like, as JSON Schemas.</summary>
public sealed class PayloadShapeTests
{
    private static readonly JsonSerializerOptions Options = TaskGen.Serialization.TaskJson.Create(new TaskGen.TaskJsonOptions(), []);

    [Fact]
    public void Plain_types_have_the_shape_in_which_they_are_written()
    {
        Assert.Equal("""{"type":"boolean"}""", ShapeOf(PayloadValue.Boolean));
        Assert.Equal("""{"type":"integer","minimum":0,"maximum":255}""", ShapeOf(PayloadValue.Byte));
        Assert.Equal("""{"type":"integer","minimum":-9223372036854775808,"maximum":9223372036854775807}""", ShapeOf(PayloadValue.Int64));
        Assert.Equal("""{"type":"number"}""", ShapeOf(PayloadValue.Decimal));
        Assert.Equal("""{"type":"string","minLength":1,"maxLength":1}""", ShapeOf(PayloadValue.Char));
        Assert.Equal("""{"type":"string","format":"uuid"}""", ShapeOf(PayloadValue.Guid));
        Assert.Equal("""{"type":"string","format":"date"}""", ShapeOf(PayloadValue.DateOnly));
        Assert.Equal("""{"type":"string","contentEncoding":"base64"}""", ShapeOf(PayloadValue.Bytes));
        Assert.Equal("""{"type":"null"}""", ShapeOf(PayloadValue.NoResult));
    }

    [Theory]
    [InlineData("00:00:00")]
    [InlineData("-1.23:59:59.0000001")]
    [InlineData("10675199.02:48:05.4775807")]
    public void The_pattern_of_a_duration_fits_what_is_written(string duration) =>
        Assert.Matches(
            JsonElement.Parse(ShapeOf(PayloadValue.TimeSpan)).GetProperty("pattern").GetString()!,
            TimeSpan.Parse(duration, System.Globalization.CultureInfo.InvariantCulture).ToString("c"));

    [Fact]
    public void Others_are_put_together_from_them()
    {
        Assert.Equal("""{"type":["boolean","null"]}""", ShapeOf(PayloadValue.Nullable(PayloadValue.Boolean)));
        Assert.Equal(
            """{"type":"array","items":{"type":["string","null"]}}""",
            ShapeOf(PayloadValue.Array(PayloadValue.OrNull(PayloadValue.String))));
        Assert.Equal(
            """{"type":["array","null"],"items":{"type":"boolean"}}""",
            ShapeOf(PayloadValue.OrNull(PayloadValue.Collection<List<bool>, bool>(PayloadValue.Boolean))));
        Assert.Equal(
            """{"type":"integer","minimum":0,"maximum":255,"description":"1 = Low, 2 = High"}""",
            ShapeOf(PayloadValue.Enum<Level, byte>(PayloadValue.Byte)));
        Assert.Equal("true", ShapeOf(PayloadValue.Json<JsonElement>()));
        Assert.Equal("true", ShapeOf(PayloadValue.Nullable(PayloadValue.Json<JsonElement>())));
    }

    [Fact]
    public void A_type_that_contains_itself_refers_to_where_it_stands()
    {
        var node = ShapeOf(PayloadValue.Json<Node>());
        Assert.Contains("\"items\":{\"$ref\":\"#\"}", node, StringComparison.Ordinal);
        var inner = node.Replace("\"#\"", "\"#/items/items\"", StringComparison.Ordinal);
        Assert.Equal(
            $$$"""{"type":"array","items":{"type":"array","items":{{{inner}}}}}""",
            ShapeOf(PayloadValue.Array(PayloadValue.Array(PayloadValue.Json<Node>()))));
    }

    [Fact]
    public void A_type_without_a_description_allows_anything_and_says_why()
    {
        var described = new PayloadParameter<Node>("node", PayloadValue.Json<Node>()).Describe(
            new JsonSerializerOptions { TypeInfoResolver = JsonTypeInfoResolver.Combine() });
        Assert.Contains("'node' is of type", described.JsonSchema.GetProperty("$comment").GetString(), StringComparison.Ordinal);
        Assert.Single(described.JsonSchema.EnumerateObject());
    }

    [Fact]
    public void Generated_tasks_say_what_they_take()
    {
        using var program = LoadedProgram.Of(
            """
            public sealed class Jobs
            {
                [Task(Queue = "bulk")]
                public void Run(
                    int @class, (string? Name, int[] Numbers) pair, string text = "", ITaskProgress? progress = null,
                    params string[] more) { }
                [Task] public void Nothing() { }
            }
            public static class Program { public static void Add(TaskGenBuilder builder) => builder.AddGeneratedTasks(); }
            """);
        var builder = new TaskGen.TaskGenBuilder(new ServiceCollection(), new TaskGen.Definitions.TaskTable());
        program.Assembly.GetType("Program")!.GetMethod("Add")!.Invoke(null, [builder]);

        var run = builder.Table.Entries.Single(static entry => entry.Name == "Jobs.Run").DescribeParameters(Options)!;
        Assert.Equal(
            [("class", true), ("pair", true), ("text", false), ("more", true)],
            run.Select(static parameter => (parameter.Name, parameter.IsRequired)));
        Assert.Equal(
            """{"type":"array","prefixItems":[{"type":["string","null"]},"""
                + """{"type":"array","items":{"type":"integer","minimum":-2147483648,"maximum":2147483647}}],"minItems":2,"maxItems":2}""",
            run[1].JsonSchema.GetRawText());
        Assert.Empty(builder.Table.Entries.Single(static entry => entry.Name == "Jobs.Nothing").DescribeParameters(Options)!);
    }

    private static string ShapeOf<T>(PayloadValue<T> value) => value.Describe(Options).ToJsonString();

    internal enum Level : byte
    {
        Low = 1,
        High = 2,
    }

    internal sealed record Node(string Name, List<Node> Children);
}
