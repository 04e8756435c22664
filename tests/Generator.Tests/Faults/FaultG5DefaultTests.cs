using System.Globalization;
using System.Text.Json;
using Generator.Tests.Support;
using TaskGen;

namespace Generator.Tests.Faults;

/// <summary>Default values that cannot be written as JSON: the rule agrees with the serializer, and one task does not affect the others.</summary>
public sealed class FaultG5DefaultTests
{
    private const string Types =
        """
        using System.Collections.Immutable;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        public enum Level { Low, High }
        public record struct Ids(ImmutableArray<int> Values);
        public record struct Holder(Ids Inner, int Count);
        public record struct Element(JsonElement Value);
        public record struct Named(string Name);
        public record struct MaybeNamed(string? Name);
        public record struct Box<T>(T Value);
        public struct Field { public string Name; }
        public struct Text(string? text) { public string Value => text ?? ""; }
        public struct Skipping
        {
            [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string Name { get; set; }
            [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public ImmutableArray<int> Ids { get; set; }
            [JsonIgnore] public JsonElement Hidden { get; set; }
        }
        public struct Numbers { public double X { get; set; } public Half Y { get; set; } public Level Z { get; set; } }
        public sealed record WithIds(ImmutableArray<int> Ids = default);
        public sealed record WithElement(JsonElement Element = default);
        public sealed record WithNaN(double Score = double.NaN);
        public sealed record WithNamedNaN([property: JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)] double Score = double.NaN);
        public sealed record WithChar(char Separator = '\ud800');
        public sealed record WithText(string Text = "\udc00");
        public sealed record WithNull(string Text = null!);
        public sealed record WithStruct(Named Named = default);
        public sealed record WithPlain(Guid Id = default, DateTime At = default, decimal Price = 1.5m, Level Level = Level.High, int? Count = null);
        public sealed class Scored { public float Score { get; set; } = float.NegativeInfinity; }
        public sealed class Late { public ImmutableArray<int> Ids { get; set; } = []; public string Name { get; set; } = "a"; }

        """;

    /// <summary>The types of a parameter with the default value, and whether the default value arrives as it is.</summary>
    public static TheoryData<string, string, bool> Defaults => new()
    {
        { "ImmutableArray<int>", "default", false },
        { "ImmutableArray<int>?", "null", true },
        { "ImmutableList<int>?", "null", true },
        { "JsonElement", "default", false },
        { "JsonElement?", "null", true },
        { "float", "float.NaN", false },
        { "float?", "float.PositiveInfinity", false },
        { "double", "double.NegativeInfinity", false },
        { "double", "-0.0", true },
        { "double", "double.Epsilon", true },
        { "float", "float.MaxValue", true },
        { "char", "'\\ud800'", false },
        { "char", "'\\udfff'", false },
        { "char", "'\\0'", true },
        { "char", "'\\ufffe'", true },
        { "char", "default", true },
        { "string", "\"\\ud800\"", false },
        { "string", "\"a\\udc00b\"", false },
        { "string", "\"\\ud83d\\ude00\"", true },
        { "string", "\"\\ufffd\"", true },
        { "string?", "null", true },
        { "string", "null!", true },
        { "TaskId", "default", false },
        { "Guid", "default", true },
        { "DateTime", "default", true },
        { "DateTimeOffset", "default", true },
        { "DateOnly", "default", true },
        { "TimeOnly", "default", true },
        { "TimeSpan", "default", true },
        { "Half", "default", true },
        { "Int128", "default", true },
        { "decimal", "decimal.MaxValue", true },
        { "decimal", "1.10m", true },
        { "ulong", "ulong.MaxValue", true },
        { "Level", "Level.High", true },
        { "Level", "(Level)7", true },
        { "Level?", "null", true },
        { "(int, string?)", "default", true },
        { "(int, string)", "default", false },
        { "(int, ImmutableArray<int>)", "default", false },
        { "KeyValuePair<string, int>", "default", true },
        { "KeyValuePair<int, ImmutableArray<int>>", "default", false },
        { "Ids", "default", false },
        { "Holder", "default", false },
        { "Element", "default", false },
        { "Named", "default", false },
        { "MaybeNamed", "default", true },
        { "Box<string>", "default", true },
        { "Box<JsonElement>", "default", false },
        { "Field", "default", false },
        { "Text", "default", true },
        { "Skipping", "default", true },
        { "Numbers", "default", true },
    };

    /// <summary>Expressions whose members have their default values, and whether they arrive as they are.</summary>
    public static TheoryData<string, bool> Members => new()
    {
        { "WithIds", false },
        { "WithElement", false },
        { "WithNaN", false },
        { "WithNamedNaN", true },
        { "WithChar", false },
        { "WithText", false },
        { "WithNull", false },
        { "WithStruct", false },
        { "WithPlain", true },
        { "Scored", false },
        { "Late", true },
    };

    [Theory]
    [MemberData(nameof(Defaults))]
    public async Task A_default_value_is_reported_exactly_if_it_does_not_arrive(string type, string value, bool arrives)
    {
        var declarations = $$"""
            {{Types}}
            public sealed class Jobs
            {
                [Task] public bool Send({{type}} value = {{value}}) =>
                    TaskGen.CompilerServices.PayloadEquality.Equals<{{type}}>(value, Of());
                public static {{type}} Of({{type}} value = {{value}}) => value;
            }
            """;
        Assert.Equal(arrives, !await IsReportedAsync(declarations));
        await using var program = await HostedProgram.StartAsync(
            declarations,
            "        Check(await (await new JobsClient(client).Send.DelayAsync()).GetAsync(TimeSpan.FromSeconds(20)));");
        if (arrives)
        {
            await program.RunAsync();
        }
        else
        {
            var exception = await Assert.ThrowsAsync<TaskArgumentException>(program.RunAsync);
            var error = Assert.Single(exception.Errors);
            Assert.StartsWith("'value", error, StringComparison.Ordinal);
            Assert.Contains("it is the default value of the parameter", error, StringComparison.Ordinal);
            Assert.Contains("pass a different value, or change the default value", error, StringComparison.Ordinal);
        }

        // The parameter is described in both cases, and by name the dispatch fails in the same way.
        Assert.False(Assert.Single(Assert.Single(program.Registry.Tasks).Parameters).IsRequired);
        var dispatch = program.Registry.DelayAsync("Jobs.Send", "{}");
        if (!arrives)
        {
            Assert.StartsWith(
                "'value", Assert.Single((await Assert.ThrowsAsync<TaskArgumentException>(() => dispatch)).Errors), StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Members))]
    public async Task A_default_value_of_a_member_is_reported_exactly_if_it_does_not_arrive(string type, bool arrives)
    {
        var declarations = $$"""
            {{Types}}
            public sealed class Jobs
            {
                [Task] public string Send({{type}} value) => value.ToString()!;
                [Task] public int Other(int number) => number;
            }
            """;
        Assert.Equal(arrives, !await IsReportedAsync(declarations));
        await using var program = await HostedProgram.StartAsync(
            declarations,
            $"""
                    Check(await (await new JobsClient(client).Other.DelayAsync(3)).GetAsync(TimeSpan.FromSeconds(20)) == 3);
                    Check(await (await new JobsClient(client).Send.DelayAsync(new {type}())).GetAsync(TimeSpan.FromSeconds(20))
                        == new {type}().ToString());
            """);
        if (arrives)
        {
            await program.RunAsync();
        }
        else
        {
            await Assert.ThrowsAsync<TaskArgumentException>(program.RunAsync);
        }

        Assert.Equal(["Jobs.Other", "Jobs.Send"], program.Registry.Tasks.Select(static task => task.Name));
        Assert.Equal("object", program.Registry.Tasks[1].Parameters[0].JsonSchema.GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_schema_has_the_defaults_that_can_be_written_and_lacks_the_others()
    {
        await using var program = await HostedProgram.StartAsync(
            Types +
            """
            public sealed record Mixed(
                string Name, string? Note, Guid Id = default, ImmutableArray<int> Ids = default, int Count = 3, string Text = "a",
                double Score = double.NaN, string? None = null, WithIds? Nested = null);
            public sealed class Jobs { [Task] public void Send(Mixed[] values) { } }
            """);
        Assert.Equal(
            """
            {"type":"array","items":{"type":"object","properties":{"Name":{"type":"string"},"Note":{"type":["string","null"]},
            "Id":{"type":"string","format":"uuid"},"Ids":{"type":"array","items":{"type":"integer"}},"Count":{"type":"integer","default":3},
            "Text":{"type":"string","default":"a"},"Score":{"type":"number"},"None":{"type":["string","null"],"default":null},
            "Nested":{"type":["object","null"],"properties":{"Ids":{"type":"array","items":{"type":"integer"}}},"default":null}},
            "required":["Name","Note"]}}
            """.ReplaceLineEndings(""),
            JsonSerializer.Serialize(program.Registry.Tasks[0].Parameters[0].JsonSchema));
    }

    [Fact]
    public async Task A_type_that_is_as_deep_as_a_payload_can_be_is_described()
    {
        var records = string.Concat(
            Enumerable.Range(1, 30).Select(
                static level => string.Create(
                    CultureInfo.InvariantCulture, $"public sealed record L{level}(L{level + 1}? Next, int[]? Numbers = null);\n")));
        await using var program = await HostedProgram.StartAsync(
            records + "public sealed record L31(int Number); public sealed class Jobs { [Task] public void A(L1 first) { } [Task] public void B() { } }");
        Assert.Equal(["Jobs.A", "Jobs.B"], program.Registry.Tasks.Select(static task => task.Name));
        Assert.Contains("\"Number\"", program.Registry.Tasks[0].Parameters[0].JsonSchema.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_type_that_cannot_be_described_leaves_the_other_tasks_alone()
    {
        await using var program = await HostedProgram.StartAsync(
            """
            using System.Text.Json;
            using System.Text.Json.Serialization;
            public sealed record Twice([property: JsonPropertyName("a")] int First, [property: JsonPropertyName("a")] int Second);
            [JsonPolymorphic] public class Open { public int Id { get; set; } }
            public sealed record Holder(Open? Open = null, Twice? Twice = null);
            public sealed class Endless<T> { public Endless<Endless<T>>? Next { get; set; } }
            public sealed class Jobs
            {
                [Task] public void A(Open open) { }
                [Task] public void B(Holder holder, int number = 1) { }
                [Task] public void C(Endless<int> endless) { }
                [Task] public int D(int number) => number;
            }
            """,
            "        Check(await (await new JobsClient(client).D.DelayAsync(3)).GetAsync(TimeSpan.FromSeconds(20)) == 3);");
        var tasks = program.Registry.Tasks;
        Assert.Equal(["Jobs.A", "Jobs.B", "Jobs.C", "Jobs.D"], tasks.Select(static task => task.Name));
        Assert.Equal(["holder", "number"], tasks[1].Parameters.Select(static parameter => parameter.Name));
        Assert.All(
            tasks.Take(3).Select(static task => task.Parameters[0].JsonSchema),
            static schema => Assert.Contains("$comment", schema.GetRawText(), StringComparison.Ordinal));
        Assert.Equal("""{"number":3}""", program.Registry.MaskArguments("Jobs.D", """{"number":3}"""));
        Assert.Contains("Holder", (await Assert.ThrowsAsync<TaskArgumentException>(
            () => program.Registry.DelayAsync("Jobs.B", """{"holder":{}}"""))).Message, StringComparison.Ordinal);
        await program.RunAsync();
    }

    [Fact]
    public async Task A_struct_that_throws_while_it_is_not_initialized_fails_only_its_own_dispatch()
    {
        await HostedProgram.RunAsync(
            """
            using System.Collections;
            using System.Text.Json;
            using System.Text.Json.Serialization;
            [JsonConverter(typeof(CodeConverter))] public readonly struct Code(string text) { public string Text => text; }
            public sealed class CodeConverter : JsonConverter<Code>
            {
                public override Code Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => new(reader.GetString()!);
                public override void Write(Utf8JsonWriter writer, Code value, JsonSerializerOptions options) =>
                    writer.WriteStringValue(value.Text.ToUpperInvariant());
            }
            public readonly struct Numbers(List<int> numbers) : IEnumerable<int>
            {
                public IEnumerator<int> GetEnumerator() => numbers.GetEnumerator();
                IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
            }
            [JsonConverter(typeof(ListConverter))] public readonly struct Wrapped(List<int> numbers) : IEnumerable<int>
            {
                public IEnumerator<int> GetEnumerator() => numbers.GetEnumerator();
                IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
            }
            public sealed class ListConverter : JsonConverter<Wrapped>
            {
                public override Wrapped Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
                    new(JsonSerializer.Deserialize<List<int>>(ref reader, options)!);
                public override void Write(Utf8JsonWriter writer, Wrapped value, JsonSerializerOptions options) =>
                    JsonSerializer.Serialize(writer, value.ToList(), options);
            }
            public sealed class Jobs
            {
                [Task(Idempotent = true)] public string A(Code code = default) => code.Text;
                [Task(Idempotent = true)] public int B(Wrapped numbers = default) => numbers.Sum();
                [Task] public int C(int number) => number;
            }
            """,
            """
                    var jobs = new JobsClient(client);
                    Check(await (await jobs.A.DelayAsync(new Code("a"))).GetAsync(TimeSpan.FromSeconds(20)) == "A");
                    Check(await (await jobs.B.DelayAsync(new Wrapped([1, 2]))).GetAsync(TimeSpan.FromSeconds(20)) == 3);
                    var chain = jobs.C.Signature(4).Then(jobs.B.Signature(new Wrapped([1, 2, 3])));
                    Check(await (await client.DelayAsync(chain)).GetAsync(TimeSpan.FromSeconds(20)) == 6);
                    foreach (var dispatch in (Func<Task>[])[() => jobs.A.DelayAsync(), () => jobs.B.DelayAsync()])
                    {
                        try
                        {
                            await dispatch();
                            Check(false);
                        }
                        catch (TaskArgumentException exception)
                        {
                            Check(exception.Message.Contains("cannot be written as JSON, and it is the default value"), exception.Message);
                            Check(exception.InnerException is NullReferenceException or ArgumentNullException);
                        }
                    }
            """);
    }

    [Fact]
    public async Task The_error_names_the_parameter_the_default_value_and_the_remedy()
    {
        await using var program = await HostedProgram.StartAsync(
            Types + "public sealed class Jobs { [Task] public void A(ImmutableArray<int> ids = default) { } [Task] public void B(double score = double.NaN) { } }");
        Assert.Equal(
            "The arguments of task 'Jobs.A' are not valid: 'ids' cannot be written as JSON, and it is the default value of the parameter "
            + "(default(System.Collections.Immutable.ImmutableArray`1[System.Int32])); pass a different value, or change the default value, "
            + "for example to null.",
            (await Assert.ThrowsAsync<TaskArgumentException>(() => program.Registry.DelayAsync("Jobs.A", "{}"))).Message);
        Assert.Equal(
            "The arguments of task 'Jobs.B' are not valid: 'score' is NaN or infinity, which JSON cannot represent, and it is the default "
            + "value of the parameter (NaN); pass a different value, or change the default value, for example to null.",
            (await Assert.ThrowsAsync<TaskArgumentException>(() => program.Registry.DelayAsync("Jobs.B", "{}"))).Message);
    }

    private static async Task<bool> IsReportedAsync(string declarations) =>
        (await AnalyzerVerifier.FindAsync(new AnalyzerSetup(), declarations)).Any(static diagnostic => diagnostic.Id == "TG0109");
}
