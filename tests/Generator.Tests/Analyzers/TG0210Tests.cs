using Generator.Tests.Support;

namespace Generator.Tests.Analyzers;

/// <summary>Tasks that have no line in the contract file.</summary>
public sealed class TG0210Tests
{
    [Fact]
    public Task Flags_tasks_that_no_line_is_for() => AnalyzerVerifier.VerifyAsync(
        new AnalyzerSetup { Contracts = "# Nothing yet but one.\n\njobs.a()\n" },
        """
        public sealed class Jobs
        {
            [Task(Name = "jobs.a")] public void A() { }
            [Task(Name = "jobs.b")] public void [|TG0210:B|](int id) { }
            [Task(Name = "jobs.A")] public static int [|TG0210:C|]() => 1;
        }
        """);

    [Fact]
    public Task Leaves_recorded_tasks_aliases_without_a_line_and_broken_lines_alone() => AnalyzerVerifier.VerifyAsync(
        new AnalyzerSetup { Contracts = "  jobs.a ( id :int,  note ?: string ? ) -> [ int ]\njobs.b(id: [|TG0216:integer|])\n" },
        """
        public sealed class Jobs
        {
            [Task(Name = "jobs.a"), TaskAlias("jobs.old")] public int[] A(int id, string? note = null) => [];
            [Task(Name = "jobs.b")] public void B(int id, [FromServices] IServiceProvider services, CancellationToken cancellationToken) { }
        }
        """);

    [Fact]
    public Task Says_nothing_without_the_library() => AnalyzerVerifier.VerifyWithoutLibraryAsync(
        """
        public sealed class Jobs { [Task(Name = "a")] public void A() { } }
        """,
        new AnalyzerSetup { Contracts = "" });
}
