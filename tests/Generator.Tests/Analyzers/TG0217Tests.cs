using Generator.Tests.Support;

namespace Generator.Tests.Analyzers;

/// <summary>Lines of the contract file that are out of date.</summary>
public sealed class TG0217Tests
{
    [Theory]
    [InlineData("id: int", "int id, string note = \"\"", "note is new")]
    [InlineData("id: int", "int id = 1", "id is optional now")]
    [InlineData("id: int", "int? id", "id may be null now")]
    [InlineData("id: int", "long id", "id is long, was int")]
    [InlineData("id: guid", "string id", "id is string, was guid")]
    [InlineData("id: float", "double id", "id is double, was float")]
    [InlineData("id: int", "System.Text.Json.JsonElement id", "id is json, was int")]
    [InlineData("id: int", "Level id", "id is enum int {Low = 0, High = 2}, was int")]
    [InlineData("id: enum int {Low = 0}", "Level id", "id has the new member High")]
    [InlineData("id: enum int {Low = 0, Top = 2}", "Level id", "id has High = 2, was Top")]
    [InlineData("id: {From: date}", "Query id", "id.Note is new")]
    [InlineData("id: json<Sum>", "Money id", "id is json<Money>, was json<Sum>")]
    [InlineData("id: decimal", "Money id", "id is json<Money>, was decimal")]
    public async Task Flags_changes_that_tasks_in_flight_survive(string recorded, string parameters, string what)
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            new AnalyzerSetup { Contracts = $"jobs.a({recorded})\n" },
            $$"""
            public sealed class Jobs { [Task(Name = "jobs.a")] public void [|TG0217:A|]({{parameters}}) { } }
            public enum Level { Low, High = 2 }
            public sealed record Query(DateOnly From, string? Note = null);
            [System.Text.Json.Serialization.JsonConverter(typeof(MoneyConverter))] public sealed record Money(decimal Amount);
            public sealed class MoneyConverter : System.Text.Json.Serialization.JsonConverter<Money>
            {
                public override Money Read(
                    ref System.Text.Json.Utf8JsonReader reader, Type type, System.Text.Json.JsonSerializerOptions options) =>
                    new(reader.GetDecimal());
                public override void Write(
                    System.Text.Json.Utf8JsonWriter writer, Money value, System.Text.Json.JsonSerializerOptions options) =>
                    writer.WriteNumberValue(value.Amount);
            }
            """);
        Assert.Contains(what, Assert.Single(messages), StringComparison.Ordinal);
    }

    [Fact]
    public Task Flags_a_result_with_more_to_it() => AnalyzerVerifier.VerifyAsync(
        new AnalyzerSetup { Contracts = "jobs.a() -> {Url: uri}\n" },
        """
        public sealed class Jobs { [Task(Name = "jobs.a")] public Report? [|TG0217:A|]() => null; }
        public sealed record Report(Uri Url, int Size = 0);
        """);

    [Fact]
    public Task Leaves_another_order_and_other_defaults_alone() => AnalyzerVerifier.VerifyAsync(
        new AnalyzerSetup { Contracts = "jobs.a(id: int, query: {To: date, From: date}, copies?: int)\n" },
        """
        public sealed class Jobs
        {
            [Task(Name = "jobs.a", Retry = 3, Queue = "bulk")] public void A(Query query, int id, int copies = 7) { }
        }
        public sealed record Query(DateOnly From, DateOnly To);
        """);

    [Fact]
    public Task Says_nothing_without_the_library() => AnalyzerVerifier.VerifyWithoutLibraryAsync(
        """
        public sealed class Jobs { [Task(Name = "a")] public void A(int id = 1) { } }
        """,
        new AnalyzerSetup { Contracts = "a()\n" });
}
