using System.Globalization;
using System.Text.Json;
using Generator.Tests.Support;
using TaskGen;

namespace Generator.Tests.Faults;

/// <summary>A task whose types cannot be described, or whose default value cannot be written, does not affect the other tasks.</summary>
public sealed class FaultG5OneBadTaskTests
{
    [Fact]
    public async Task A_schema_has_the_defaults_that_can_be_written_and_lacks_the_others()
    {
        await using var program = await HostedProgram.StartAsync(
            """
            using System.Collections.Immutable;
            public sealed record WithIds(ImmutableArray<int> Ids = default);
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
            records + "public sealed record L31(int Number);\n"
            + "public sealed class Jobs { [Task] public void A(L1 first) { } [Task] public void B() { } }");
        Assert.Equal(["Jobs.A", "Jobs.B"], program.Registry.Tasks.Select(static task => task.Name));
        Assert.Contains("\"Number\"", program.Registry.Tasks[0].Parameters[0].JsonSchema.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Classes_that_all_refer_to_each_other_are_described()
    {
        var classes = string.Concat(
            Enumerable.Range(0, 6).Select(
                static one => $"public class C{one} {{ public int Id; {string.Concat(Enumerable.Range(0, 6).Select(
                    other => $"public C{other}? To{other} {{ get; set; }} "))}}}\n"));
        await using var program = await HostedProgram.StartAsync(
            classes + "public sealed class Jobs { [Task] public void A(C0 first) { } [Task] public void B(C5[] last) { } }");
        Assert.All(
            program.Registry.Tasks,
            static task => Assert.Contains("\"To5\"", task.Parameters[0].JsonSchema.GetRawText(), StringComparison.Ordinal));
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
            public sealed class Jobs
            {
                [Task] public void A(Open open) { }
                [Task] public void B(Holder holder, int number = 1) { }
                [Task] public int D(int number) => number;
            }
            """,
            "        Check(await (await new JobsClient(client).D.DelayAsync(3)).GetAsync(TimeSpan.FromSeconds(20)) == 3);");
        var tasks = program.Registry.Tasks;
        Assert.Equal(["Jobs.A", "Jobs.B", "Jobs.D"], tasks.Select(static task => task.Name));
        Assert.Equal(["holder", "number"], tasks[1].Parameters.Select(static parameter => parameter.Name));
        Assert.All(
            tasks.Take(2).Select(static task => task.Parameters[0].JsonSchema),
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
            [JsonConverter(typeof(ListConverter))] public readonly struct Wrapped(List<int> numbers) : IEnumerable<int>
            {
                public IEnumerator<int> GetEnumerator()
                {
                    foreach (var number in numbers)
                    {
                        yield return number;
                    }
                }
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
                            Check(exception.Message.Contains("cannot be written as JSON because "), exception.Message);
                            Check(exception.Message.Contains(", and it is the default value"), exception.Message);
                            Check(exception.InnerException is NullReferenceException or ArgumentNullException);
                        }
                    }
            """);
    }

    [Fact]
    public async Task The_error_names_the_parameter_the_default_value_and_the_remedy()
    {
        await using var program = await HostedProgram.StartAsync(
            """
            public sealed class Jobs
            {
                [Task] public void A(System.Collections.Immutable.ImmutableArray<int> ids = default) { }
                [Task] public void B(double score = double.NaN) { }
            }
            """);
        Assert.Equal(
            "The arguments of task 'Jobs.A' are not valid: 'ids' cannot be written as JSON because this "
            + "System.Collections.Immutable.ImmutableArray`1[System.Int32] is not initialized; assign an empty array instead of the "
            + "default value, and it is the default value of the parameter "
            + "(default(System.Collections.Immutable.ImmutableArray`1[System.Int32])); pass a different value, or change the default "
            + "value, for example to null.",
            (await Assert.ThrowsAsync<TaskArgumentException>(() => program.Registry.DelayAsync("Jobs.A", "{}"))).Message);
        Assert.Equal(
            "The arguments of task 'Jobs.B' are not valid: 'score' is NaN or infinity, which JSON cannot represent, and it is the default "
            + "value of the parameter (NaN); pass a different value, or change the default value, for example to null.",
            (await Assert.ThrowsAsync<TaskArgumentException>(() => program.Registry.DelayAsync("Jobs.B", "{}"))).Message);
    }
}
