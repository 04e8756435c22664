using Generator.Tests.Support;

namespace Generator.Tests.Analyzers;

/// <summary>Results whose type on the wire differs from the recorded one.</summary>
public sealed class TG0215Tests
{
    [Theory]
    [InlineData("", "int", "'result' changed from nothing to int")]
    [InlineData(" -> int", "void", "'result' changed from int to nothing")]
    [InlineData(" -> int", "Task", "'result' changed from int to nothing")]
    [InlineData(" -> int", "long", "'result' changed from int to long")]
    [InlineData(" -> int?", "int", "'result' can no longer be null")]
    [InlineData(" -> int", "Task<int?>", "'result' can now be null")]
    [InlineData(" -> {Url: uri, Size?: int}", "Report", "'result.Size' was removed")]
    [InlineData(" -> {}", "Report", "'result.Url' is new and required")]
    [InlineData(" -> [{Url: string}]", "List<Report>", "'result[].Url' changed from string to uri")]
    public async Task Flags_what_one_version_could_not_read_of_the_other(string recorded, string result, string what)
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            new AnalyzerSetup { Contracts = $"jobs.a(){recorded}\n" },
            $$"""
            public sealed class Jobs { [Task(Name = "jobs.a")] public {{result}} [|TG0215:A|]() => throw new NotSupportedException(); }
            public sealed record Report(Uri Url);
            """);
        Assert.Contains(what, Assert.Single(messages), StringComparison.Ordinal);
    }

    [Fact]
    public Task Flags_a_result_that_is_no_longer_kept() => AnalyzerVerifier.VerifyAsync(
        new AnalyzerSetup { Contracts = "jobs.a() -> int\n" },
        """
        public sealed class Jobs { [Task(Name = "jobs.a", IgnoreResult = true)] public int [|TG0215:A|]() => 1; }
        """);

    [Fact]
    public Task Leaves_what_both_versions_read_alone() => AnalyzerVerifier.VerifyAsync(
        new AnalyzerSetup { Contracts = "jobs.a() -> {Url: uri}\njobs.b() -> string\njobs.c()\n" },
        """
        public sealed class Jobs
        {
            [Task(Name = "jobs.a")] public ValueTask<Report?> A() => default;
            [Task(Name = "jobs.b")] public async Task<string?> B() { await Task.Yield(); return null; }
            [Task(Name = "jobs.c", IgnoreResult = true)] public int C() => 1;
        }
        public sealed record Report(Uri Url);
        """);

    [Fact]
    public Task Says_nothing_without_the_library() => AnalyzerVerifier.VerifyWithoutLibraryAsync(
        """
        public sealed class Jobs { [Task(Name = "a")] public int A() => 1; }
        """,
        new AnalyzerSetup { Contracts = "a()\n" });
}
