using Generator.Tests.Support;

namespace Generator.Tests.Analyzers;

/// <summary>Wire names that a rename in the code would change.</summary>
public sealed class TG0200Tests
{
    [Fact]
    public async Task Flags_names_that_renaming_would_change()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            new AnalyzerSetup { Contracts = "Jobs.A()\nJobs.B()\n" },
            """
            public sealed class Jobs
            {
                [[|TG0200:Task|]] public void A() { }
                [[|TG0200:Task(Queue = "bulk")|]] public void BAsync() { }
            }
            """);
        Assert.Contains("[Task(Name = \"Jobs.B\")]", messages[1], StringComparison.Ordinal);
    }

    [Fact]
    public Task Leaves_pinned_names_and_what_breaks_a_rule_alone() => AnalyzerVerifier.VerifyAsync(
        new AnalyzerSetup { Contracts = "jobs.a()\n" },
        """
        public sealed class Jobs
        {
            [Task(Name = "jobs.a")] public void A() { }
            [Task] private void [|TG0001:B|]() { }
        }
        """);

    [Fact]
    public Task Leaves_projects_without_a_contract_file_alone() => AnalyzerVerifier.VerifyAsync(
        """
        public sealed class Jobs { [Task] public void A() { } }
        """);

    [Fact]
    public Task Says_nothing_without_the_library() => AnalyzerVerifier.VerifyWithoutLibraryAsync(
        "public sealed class Jobs { [Task] public void A() { } }",
        new AnalyzerSetup { Contracts = "" });
}
