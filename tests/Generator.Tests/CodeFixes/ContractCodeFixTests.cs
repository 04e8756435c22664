using Generator.Tests.Support;
using TaskGen.CodeFixes;

namespace Generator.Tests.CodeFixes;

/// <summary>Updates the lines of the contract file.</summary>
public sealed class ContractCodeFixTests
{
    private const string Query = "internal sealed record Query(System.DateOnly From, System.DateOnly To, string? Note = null);";

    [Fact]
    public Task Records_tasks_in_the_order_of_their_names_and_leaves_comments_where_they_are() => Verify(
        "TG0210",
        """
        internal static class Jobs
        {
            [TaskGen.Task(Name = "reports.generate")] public static System.Uri C(string type, Query query, int copies = 1) => new(type);
            [TaskGen.Task(Name = "mail.send")] public static void B(params string[] to) { }
            [TaskGen.Task(Name = "a.first")] public static void A() { }
            [TaskGen.Task(Name = "m")] public static void M() { }
        }
        """ + Query,
        "# What tasks have agreed on.\n\n# Of the shop.\nm()\n\n# The end.\n",
        """
        # What tasks have agreed on.

        # Of the shop.
        a.first()
        m()
        mail.send(to: [string])
        reports.generate(type: string, query: {From: date, To: date, Note?: string?}, copies?: int) -> uri

        # The end.

        """);

    [Theory]
    [InlineData("", "a()\nb()\n")]
    [InlineData("# Nothing", "# Nothing\na()\nb()\n")]
    [InlineData("# Nothing\r\n", "# Nothing\r\na()\r\nb()\r\n")]
    [InlineData("a()", "a()\nb()")]
    [InlineData("b()", "a()\nb()")]
    public Task Records_in_files_that_are_empty_or_end_without_a_line_break(string contracts, string expected) => Verify(
        "TG0210",
        """
        internal static class Jobs
        {
            [TaskGen.Task(Name = "b")] public static void B() { }
            [TaskGen.Task(Name = "a")] public static void A() { }
        }
        """,
        contracts,
        expected);

    [Fact]
    public Task Updates_lines_that_are_out_of_date() => Verify(
        "TG0217",
        """
        internal static class Jobs
        {
            [TaskGen.Task(Name = "a")] public static int A(int id, string note = "") => id;
            [TaskGen.Task(Name = "b"), TaskGen.TaskAlias("b.old")] public static void B(int? id) { }
        }
        """,
        "a(id: int) -> int\n# Until June.\n  b.old(id: int)\nb(id: int?)\n",
        "a(id: int, note?: string) -> int\n# Until June.\nb.old(id: int?)\nb(id: int?)\n");

    [Fact]
    public Task Accepts_that_a_parameter_is_gone() => Verify(
        "TG0212",
        "internal static class Jobs { [TaskGen.Task(Name = \"a\")] public static void A() { } "
            + "[TaskGen.Task(Name = \"b\")] public static void B() { } }",
        "a(id: int, note: string)\nb(id: int)\n",
        "a()\nb()\n");

    [Fact]
    public Task Accepts_another_type() => Verify(
        "TG0213",
        "internal static class Jobs { [TaskGen.Task(Name = \"a\")] public static void A(int id, Query query) { } } " + Query,
        "a(id: string, query: {From: datetime, To: date, Note?: string?})\n",
        "a(id: int, query: {From: date, To: date, Note?: string?})\n");

    [Fact]
    public Task Accepts_another_result() => Verify(
        "TG0215",
        "internal static class Jobs { [TaskGen.Task(Name = \"a\")] public static Query? A() => null; } " + Query,
        "a() -> string\n",
        "a() -> {From: date, To: date, Note?: string?}?\n");

    [Fact]
    public Task Writes_into_the_source_nothing() => Verify(
        "TG0210",
        """internal static class Jobs { [TaskGen.Task(Name = "a"), TaskGen.TaskAlias("old")] public static void A() { } }""",
        "old()\n",
        "a()\nold()\n");

    private static Task Verify(string id, string source, string contracts, string expected) => CodeFixVerifier.VerifyAsync<ContractCodeFix>(
        id, source, source, setup: new AnalyzerSetup { Contracts = contracts }, expectedContracts: expected);
}
