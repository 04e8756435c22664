using Generator.Tests.Support;
using TaskGen;

namespace Generator.Tests.Faults;

/// <summary>Default values that cannot be written as JSON: the rule agrees with what arrives.</summary>
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
        [JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
        public sealed record WithNamedNaN(double Score = double.NaN);
        public sealed record WithChar(char Separator = '\ud800');
        public sealed record WithText(string Text = "\udc00");
        public sealed record WithNull(string Text = null!);
        public sealed record WithStruct(Named Named = default);
        public sealed record WithPlain(
            Guid Id = default, DateTime At = default, decimal Price = 1.5m, Level Level = Level.High, int? Count = null);
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
        if (arrives)
        {
            Assert.NotNull(await dispatch);
        }
        else
        {
            var exception = await Assert.ThrowsAsync<TaskArgumentException>(() => dispatch);
            Assert.StartsWith("'value", Assert.Single(exception.Errors), StringComparison.Ordinal);
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

    private static async Task<bool> IsReportedAsync(string declarations) =>
        (await AnalyzerVerifier.FindAsync(new AnalyzerSetup(), declarations)).Any(static diagnostic => diagnostic.Id == "TG0109");
}
