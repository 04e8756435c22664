using Generator.Tests.Support;

namespace Generator.Tests.Analyzers;

/// <summary>Required parameters and members that tasks in flight do not have.</summary>
public sealed class TG0214Tests
{
    [Fact]
    public async Task Flags_new_parameters_and_members_that_must_be_there()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            new AnalyzerSetup
            {
                Contracts = "jobs.a(id: int)\njobs.b(id?: int)\njobs.c(query: {From: date})\njobs.d(query: {From?: date})\njobs.e()\n",
            },
            """
            public sealed class Jobs
            {
                [Task(Name = "jobs.a")] public void A(int id, string [|TG0214:note|]) { }
                [Task(Name = "jobs.b")] public void B(int [|TG0214:id|]) { }
                [Task(Name = "jobs.c")] public void C(Query [|TG0214:query|]) { }
                [Task(Name = "jobs.d")] public void D(Part [|TG0214:query|]) { }
                [Task(Name = "jobs.e")] public void E(params int[] [|TG0214:ids|]) { }
            }
            public sealed record Query(DateOnly From, DateOnly To);
            public sealed class Part { public required DateOnly From { get; init; } }
            """);
        Assert.Contains("'note' is new and required", messages[0], StringComparison.Ordinal);
        Assert.Contains("'id' is now required", messages[1], StringComparison.Ordinal);
        Assert.Contains("'query.To' is new and required", messages[2], StringComparison.Ordinal);
        Assert.Contains("'query.From' is now required", messages[3], StringComparison.Ordinal);
    }

    [Fact]
    public Task Leaves_what_is_recorded_as_required_alone() => AnalyzerVerifier.VerifyAsync(
        new AnalyzerSetup { Contracts = "jobs.a(id: int, query: {From: date, To: date})\n" },
        """
        public sealed class Jobs { [Task(Name = "jobs.a")] public void A(int id, Query query, ITaskProgress progress) { } }
        public sealed record Query(DateOnly From, DateOnly To);
        """);

    [Fact]
    public Task Says_nothing_without_the_library() => AnalyzerVerifier.VerifyWithoutLibraryAsync(
        """
        public sealed class Jobs { [Task(Name = "a")] public void A(int id) { } }
        """,
        new AnalyzerSetup { Contracts = "a()\n" });
}
