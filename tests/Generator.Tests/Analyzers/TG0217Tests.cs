using Generator.Tests.Support;

namespace Generator.Tests.Analyzers;

/// <summary>Lines of the contract file that are out of date.</summary>
public sealed class TG0217Tests
{
    [Theory]
    [InlineData("id: int", "int id, string note = \"\"", "'note' is new")]
    [InlineData("id: int", "int id = 1", "'id' is now optional")]
    [InlineData("id: int", "int? id", "'id' can now be null")]
    [InlineData("id: int", "long id", "'id' changed from int to long")]
    [InlineData("id: guid", "string id", "'id' changed from guid to string")]
    [InlineData("id: float", "double id", "'id' changed from float to double")]
    [InlineData("id: int", "System.Text.Json.JsonElement id", "'id' changed from int to json")]
    [InlineData("id: int", "Level id", "'id' changed from int to enum int {Low = 0, High = 2}")]
    [InlineData("id: enum int {Low = 0}", "Level id", "'id' has the new member High")]
    [InlineData("id: enum int {Low = 0, Top = 2}", "Level id", "'id' has the member High instead of Top")]
    [InlineData("id: {From: date}", "Query id", "'id.Note' is new")]
    [InlineData("id: json<Sum>", "Money id", "'id' changed from json<Sum> to json<Money>")]
    [InlineData("id: decimal", "Money id", "'id' changed from decimal to json<Money>")]
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
