using Generator.Tests.Support;

namespace Generator.Tests.Analyzers;

/// <summary>Default values that cannot be written as JSON.</summary>
public sealed class TG0109Tests
{
    private const string Types =
        """
        using System.Collections.Immutable;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        public record struct Window(DateTime From, string Zone);
        public sealed record Search(ImmutableArray<int> Ids = default);
        public sealed class Score
        {
            public double Value { get; set; } = double.NaN;
            public float? Other { get; init; } = float.NegativeInfinity;
        }
        public sealed record Query(string Text, double Limit = double.PositiveInfinity);
        public sealed record Holder(List<Query> Queries);

        """;

    [Fact]
    public async Task Flags_parameters_and_members()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            Types +
            """
            public sealed class Jobs
            {
                [Task] public void A(ImmutableArray<int> [|TG0109:ids|] = default) { }
                [Task] public void B(JsonElement [|TG0109:element|] = default, CancellationToken token = default) { }
                [Task] public void C(float [|TG0109:score|] = float.NaN, double? [|TG0109:other|] = double.NegativeInfinity) { }
                [Task] public void D(char [|TG0109:letter|] = '\ud800', string [|TG0109:text|] = "a\udc00") { }
                [Task] public void E(TaskId [|TG0109:id|] = default, Window [|TG0109:window|] = default) { }
                [Task] public void F(Search [|TG0109:search|], Score [|TG0109:score|], Holder [|TG0109:holder|]) { }
                [Task] public void G((int Count, string Name) [|TG0109:pair|] = default) { }
                [Task] public Query [|TG0109:H|]() => new("a", 1);
            }
            """);
        Assert.Equal(
            "Parameter 'ids' of task 'Jobs.A' may fail to serialize at run time because the default value of 'ids' (type "
            + "'System.Collections.Immutable.ImmutableArray<int>') is an uninitialized array, which cannot be written as JSON. "
            + "Use a nullable type with the default value null, or remove the default value.",
            messages[0]);
        Assert.Contains("is NaN, which JSON cannot represent. Use a nullable type", messages[2], StringComparison.Ordinal);
        Assert.Contains(
            "is infinity, which JSON cannot represent. Use a different default value, or remove", messages[3], StringComparison.Ordinal);
        Assert.Contains("has the member 'Zone', which is null, which the type does not allow", messages[7], StringComparison.Ordinal);
        Assert.Contains("'holder.Queries[].Limit'", messages[10], StringComparison.Ordinal);
    }

    [Fact]
    public Task Leaves_default_values_that_can_be_written() => AnalyzerVerifier.VerifyAsync(
        Types +
        """
        public record struct Range(int From, int? To, string? Name);
        public struct Safe
        {
            private string? _text;
            public string Text { readonly get => _text ?? ""; set => _text = value; }
        }
        public sealed class Dto
        {
            public JsonElement Data { get; set; }
            public ImmutableArray<int> Ids { get; init; }
            public string Name { get; set; } = null!;
        }
        [JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)] public sealed record Named(double Value = double.NaN);
        public sealed record Hidden(int Id, [property: JsonIgnore] JsonElement Raw = default);
        public sealed record Usual(Guid Id = default, DateTime At = default, TimeSpan? Wait = null, int Count = 3, string? Note = null);
        [JsonConverter(typeof(CodeConverter))] public readonly struct Code(string text) { public string Text { get; } = text; }
        public sealed class CodeConverter : JsonConverter<Code>
        {
            public override Code Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => new(reader.GetString()!);
            public override void Write(Utf8JsonWriter writer, Code value, JsonSerializerOptions options) =>
                writer.WriteStringValue(value.Text);
        }
        public sealed class Jobs
        {
            [Task] public void A(ImmutableArray<int>? ids = null, JsonElement? element = null, ImmutableList<int>? list = null) { }
            [Task] public void B(float score = float.MaxValue, double other = -0.0, char letter = '\0', string text = "\ud83d\ude00") { }
            [Task] public void C(Guid id = default, DateTime at = default, DayOfWeek day = (DayOfWeek)9, decimal price = 1.10m) { }
            [Task] public void D(Range range = default, Safe safe = default, Code code = default, string text = null!) { }
            [Task] public void E(Dto dto, Named named, Hidden hidden, Usual usual) { }
            [Task] public void F(ImmutableArray<int> ids, JsonElement element, CancellationToken token = default) { }
            public void NoTask(ImmutableArray<int> ids = default) { }
        }
        """);

    [Fact]
    public Task Leaves_types_that_another_rule_reports() => AnalyzerVerifier.VerifyAsync(
        """
        public sealed class Jobs { [Task] public void A(ArraySegment<int> [|TG0101:items|] = default) { } }
        """);

    [Fact]
    public Task Says_nothing_without_the_library() => AnalyzerVerifier.VerifyWithoutLibraryAsync(
        "public sealed class C { [Task] public void A(System.Text.Json.JsonElement element = default) { } }");
}
