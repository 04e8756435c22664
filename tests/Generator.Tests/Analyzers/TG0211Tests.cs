using Generator.Tests.Support;

namespace Generator.Tests.Analyzers;

/// <summary>Lines of the contract file that have no task.</summary>
public sealed class TG0211Tests
{
    [Fact]
    public async Task Flags_the_line_where_nothing_took_its_place()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            new AnalyzerSetup { Contracts = "jobs.a(id: int)\n  [|TG0211:jobs.b|](id: int)\n" },
            """
            public sealed class Jobs
            {
                [Task(Name = "jobs.a")] public void A(int id) { }
                [Task(Name = "jobs.c")] public void [|TG0210:C|](string id) { }
            }
            """);
        Assert.Contains(
            "'jobs.b'",
            messages.Single(static message => message.Contains("UnknownTaskGrace", StringComparison.Ordinal)),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Flags_the_one_new_task_that_says_the_same()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            new AnalyzerSetup { Contracts = "jobs.old(id: int, note?: string) -> guid\n" },
            """
            public sealed class Jobs
            {
                [Task(Name = "jobs.a")] public Guid [|TG0210,TG0211:A|](int id, string note = "") => default;
                [Task(Name = "jobs.b")] public Guid [|TG0210:B|](int id) => default;
            }
            """);
        Assert.Contains("[TaskAlias(\"jobs.old\")]", messages[1], StringComparison.Ordinal);
        Assert.Contains("'jobs.a'", messages[1], StringComparison.Ordinal);
    }

    [Fact]
    public Task Points_at_no_task_where_there_are_several() => AnalyzerVerifier.VerifyAsync(
        new AnalyzerSetup
        {
            Contracts = "[|TG0211:jobs.x|]()\n[|TG0211:jobs.y|](id: int)\n[|TG0211:jobs.z|](id: int)\n[|TG0211:jobs.broken|]([|TG0216:!|])",
        },
        """
        public sealed class Jobs
        {
            [Task(Name = "jobs.a")] public void [|TG0210:A|]() { }
            [Task(Name = "jobs.b")] public void [|TG0210:B|]() { }
            [Task(Name = "jobs.c")] public void [|TG0210:C|](int id) { }
        }
        """);

    [Fact]
    public Task Leaves_lines_of_aliases_and_of_tasks_that_break_a_rule_alone() => AnalyzerVerifier.VerifyAsync(
        new AnalyzerSetup { Contracts = "jobs.a(id: int)\njobs.b()\njobs.old(id: int)\njobs.older(id: int)\n" },
        """
        public sealed partial class Jobs
        {
            [Task(Name = "jobs.a")] [TaskAlias("jobs.old")] [TaskAlias("jobs.older")] public partial void A(int id);
            public partial void A(int id) { }
            [Task(Name = "jobs.b")] private void [|TG0001:B|]() { }
        }
        """);

    [Fact]
    public Task Says_nothing_without_the_library() =>
        AnalyzerVerifier.VerifyWithoutLibraryAsync("public sealed class Jobs { }", new AnalyzerSetup { Contracts = "jobs.a()\n" });
}
