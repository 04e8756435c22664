using Generator.Tests.Support;

namespace Generator.Tests.Analyzers;

/// <summary>Parameters whose type on the wire differs from the recorded one.</summary>
public sealed class TG0213Tests
{
    [Theory]
    [InlineData("id: int", "string id", "'id' changed from int to string", "dead letters")]
    [InlineData("id: long", "int id", "'id' changed from long to int", "does not fit")]
    [InlineData("id: string", "Guid id", "'id' changed from string to guid", "or receive wrong values")]
    [InlineData("id: date", "DateTime id", "'id' changed from date to datetime", "or receive wrong values")]
    [InlineData("id: int?", "int id", "'id' can no longer be null", "with a null value")]
    [InlineData("id: string?", "string id", "'id' can no longer be null", "with a null value")]
    [InlineData("id: [int]", "string[] id", "'id[]' changed from int to string", "dead letters")]
    [InlineData("id: int", "List<int> id", "'id' changed from int to [int]", "dead letters")]
    [InlineData("id: (int, int)", "(int, string) id", "'id[1]' changed from int to string", "dead letters")]
    [InlineData("id: (int, int)", "(int, int, int) id", "'id' changed from (int, int) to (int, int, int)", "dead letters")]
    [InlineData("id: {[string]: int}", "Dictionary<string, string> id", "'id[]' changed from int to string", "dead letters")]
    [InlineData("id: {[string]: int}", "Dictionary<Guid, int> id", "'id[key]' changed from string to guid", "or receive wrong values")]
    [InlineData("id: enum int {Low = 0, High = 1}", "Level id", "'id' has High = 2 instead of High = 1", "wrong values")]
    [InlineData("id: enum int {Low = 0, High = 2, Top = 3}", "Level id", "'id' no longer has the member Top", "that has no name")]
    [InlineData("id: {From: datetime, To: date, Note?: string?}", "Query id", "'id.From' changed from datetime to date", "wrong values")]
    [InlineData("id: {From: date, To: date, Note?: string?, Old: int}", "Query id", "'id.Old' was removed", "ignored")]
    [InlineData("id: [{From: date, To: date, Note?: int?}]", "Query[] id", "'id[].Note' changed from int? to string?", "dead letters")]
    public async Task Flags_what_would_be_a_dead_letter_or_misread(string recorded, string parameter, string what, string effect)
    {
        var (type, name) = (parameter[..parameter.LastIndexOf(' ')], parameter[(parameter.LastIndexOf(' ') + 1)..]);
        var messages = await AnalyzerVerifier.VerifyAsync(
            new AnalyzerSetup { Contracts = $"jobs.a({recorded})\n" },
            $$"""
            public sealed class Jobs { [Task(Name = "jobs.a")] public void A({{type}} [|TG0213:{{name}}|]) { } }
            public enum Level { Low, High = 2 }
            public sealed record Query(DateOnly From, DateOnly To, string? Note = null);
            """);
        Assert.Contains(what, Assert.Single(messages), StringComparison.Ordinal);
        Assert.Contains(effect, messages[0], StringComparison.Ordinal);
    }

    [Fact]
    public Task Leaves_other_names_of_the_same_types_alone() => AnalyzerVerifier.VerifyAsync(
        new AnalyzerSetup
        {
            Contracts =
                "jobs.a(ids: [int], level: enum int {Low = 0, High = 2}, query: {From: date, To: date, Note?: string?}, "
                    + "tree: {Name: string, Children: [^1]})\n",
        },
        """
        public sealed class Jobs { [Task(Name = "jobs.a")] public void A(IReadOnlyList<int> ids, Stage level, Search query, Node tree) { } }
        public enum Stage { High = 2, Low = 0 }
        public sealed record Search(DateOnly To, DateOnly From)
        {
            public string? Note { get; init; }
            public int Days => To.DayNumber - From.DayNumber;
        }
        public sealed record Node(string Name, HashSet<Node> Children);
        """);

    [Fact]
    public Task Says_nothing_without_the_library() => AnalyzerVerifier.VerifyWithoutLibraryAsync(
        """
        public sealed class Jobs { [Task(Name = "a")] public void A(int id) { } }
        """,
        new AnalyzerSetup { Contracts = "a(id: string)\n" });
}
