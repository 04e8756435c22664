using Generator.Tests.Support;

namespace Generator.Tests.Analyzers;

/// <summary>Parameters that are recorded and no longer exist.</summary>
public sealed class TG0212Tests
{
    [Fact]
    public async Task Flags_removed_and_renamed_parameters()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            new AnalyzerSetup { Contracts = "jobs.a(id: int, note?: string)\njobs.b(id: int)\njobs.c(id: int)\n" },
            """
            public sealed class Jobs
            {
                [Task(Name = "jobs.a")] public void [|TG0212:A|](int id) { }
                [Task(Name = "jobs.b")] public void [|TG0212:B|](int [|TG0214:number|]) { }
                [Task(Name = "jobs.c")] public void C([FromServices] IServiceProvider [|TG0212:id|]) { }
            }
            """);
        Assert.Contains("'note'", messages[0], StringComparison.Ordinal);
        Assert.Contains("ignored", messages[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Flags_it_for_the_line_of_an_alias_too()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            new AnalyzerSetup { Contracts = "jobs.a(id: int)\njobs.old(id: int, note: string)\n" },
            """
            public sealed class Jobs { [Task(Name = "jobs.a"), TaskAlias("jobs.old")] public void [|TG0212:A|](int id) { } }
            """);
        Assert.Contains("'jobs.old'", messages[0], StringComparison.Ordinal);
    }

    [Fact]
    public Task Leaves_what_is_injected_and_another_order_alone() => AnalyzerVerifier.VerifyAsync(
        new AnalyzerSetup { Contracts = "jobs.a(id: int, note: string)\n" },
        """
        public sealed class Jobs
        {
            [Task(Name = "jobs.a")] public void A(string note, TaskContext context, int id, CancellationToken cancellationToken) { }
        }
        """);

    [Fact]
    public Task Says_nothing_without_the_library() => AnalyzerVerifier.VerifyWithoutLibraryAsync(
        """
        public sealed class Jobs { [Task(Name = "a")] public void A() { } }
        """,
        new AnalyzerSetup { Contracts = "a(id: int)\n" });
}
