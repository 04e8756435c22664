using Generator.Tests.Support;
using TaskGen.CodeFixes;

namespace Generator.Tests.CodeFixes;

/// <summary>Keeps an old name as an alias.</summary>
public sealed class KeepOldNameCodeFixTests
{
    private const string Renamed =
        """
        namespace Shop;

        internal static class Jobs
        {
            [TaskGen.Task(Name = "reports.create")]
            public static void Create(int id) { }

            [TaskGen.Task(Name = "mail.send")]
            public static void Send(string to) { }
        }
        """;

    private static readonly AnalyzerSetup Setup = new() { Contracts = "mail.post(to: string)\nreports.generate(id: int)\n" };

    [Fact]
    public Task Adds_the_alias_to_the_task_that_took_the_place() => CodeFixVerifier.VerifyAsync<KeepOldNameCodeFix>(
        "TG0211",
        Renamed,
        """
        namespace Shop;

        internal static class Jobs
        {
            [TaskGen.Task(Name = "reports.create")]
            [TaskGen.TaskAlias("reports.generate")]
            public static void Create(int id) { }

            [TaskGen.Task(Name = "mail.send")]
            [TaskGen.TaskAlias("mail.post")]
            public static void Send(string to) { }
        }
        """,
        "Keep the old name as an alias",
        Setup);

    [Fact]
    public Task Says_it_shortly_where_the_namespace_is_imported() => CodeFixVerifier.VerifyAsync<KeepOldNameCodeFix>(
        "TG0211",
        """
        using TaskGen;

        internal static class Jobs
        {
            [Task(Name = "a")]
            public static void A(int id) { }
        }
        """,
        """
        using TaskGen;

        internal static class Jobs
        {
            [Task(Name = "a")]
            [TaskAlias("old")]
            public static void A(int id) { }
        }
        """,
        "Keep the old name as an alias",
        new AnalyzerSetup { Contracts = "old(id: int)\n" });

    [Fact]
    public Task Removes_the_line_where_the_break_is_accepted() => CodeFixVerifier.VerifyAsync<KeepOldNameCodeFix>(
        "TG0211", Renamed, Renamed, "Accept the breaking change: remove the line from TaskContracts.txt", Setup, expectedContracts: "");

    [Fact]
    public Task Removes_lines_that_nothing_took_the_place_of() => CodeFixVerifier.VerifyAsync<KeepOldNameCodeFix>(
        "TG0211",
        "internal static class Jobs { }",
        "internal static class Jobs { }",
        setup: new AnalyzerSetup { Contracts = "# Old.\na()\nb(id: int)\n# The end.\n" },
        expectedContracts: "# Old.\n# The end.\n");
}
