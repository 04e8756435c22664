using Generator.Tests.Support;

namespace Generator.Tests.Analyzers;

/// <summary>Idempotent tasks that ignore their results.</summary>
public sealed class TG0016Tests
{
    [Fact]
    public async Task Flags_an_idempotent_task_that_throws_its_result_away()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            """
            public sealed record Report(int Id);
            public sealed class Jobs
            {
                [Task(Idempotent = true, [|TG0016:IgnoreResult = true|])] public int A() => 1;
                [Task([|TG0016:IgnoreResult = true|], Queue = "q", Idempotent = true)]
                public async Task<Report> B(int id) { await Task.Yield(); return new Report(id); }
            }
            """);
        Assert.Contains("'Jobs.B' does not store its result (type 'Report')", messages[1], StringComparison.Ordinal);
    }

    [Fact]
    public Task Leaves_tasks_without_a_result_to_lose_alone() => AnalyzerVerifier.VerifyAsync(
        """
        public sealed class Jobs
        {
            [Task(Idempotent = true, IgnoreResult = true)] public void A() { }
            [Task(Idempotent = true, IgnoreResult = true)] public ValueTask B() => default;
            [Task(IgnoreResult = true)] public int C() => 1;
            [Task(Idempotent = true)] public int D() => 1;
            [Task(Idempotent = true, IgnoreResult = false)] public int E() => 1;
            [Task(Idempotent = true, IdempotencyTtlSeconds = 86400, ResultTtlSeconds = 60)] public int F() => 1;
        }
        """);

    [Fact]
    public Task Says_nothing_without_the_library() => AnalyzerVerifier.VerifyWithoutLibraryAsync(
        "public sealed class C { [Task(Idempotent = true, IgnoreResult = true)] public int A() => 1; }");
}
