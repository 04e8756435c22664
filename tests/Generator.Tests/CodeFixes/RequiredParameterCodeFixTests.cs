using Generator.Tests.Support;
using TaskGen.CodeFixes;

namespace Generator.Tests.CodeFixes;

/// <summary>Gives new parameters a default, or accepts the break.</summary>
public sealed class RequiredParameterCodeFixTests
{
    private const string Accept = "Accept the breaking change: update the line in TaskContracts.txt";
    private const string Default = "Add a default value";

    [Fact]
    public Task Gives_a_default_where_the_type_has_one() => CodeFixVerifier.VerifyAsync<RequiredParameterCodeFix>(
        "TG0214",
        """
        using System.Threading;
        using TaskGen;

        internal static class Jobs
        {
            [Task(Name = "a")]
            public static void A(int id, string? note, CancellationToken cancellationToken = default) { }

            [Task(Name = "b")]
            public static void B(int id, bool urgent, params int[] copies) { }

            [Task(Name = "c")]
            public static void C(decimal price) { }

            [Task(Name = "d")]
            public static void D(int? number) { }
        }
        """,
        """
        using System.Threading;
        using TaskGen;

        internal static class Jobs
        {
            [Task(Name = "a")]
            public static void A(int id, string? note = null, CancellationToken cancellationToken = default) { }

            [Task(Name = "b")]
            public static void B(int id, bool urgent = false, params int[] copies) { }

            [Task(Name = "c")]
            public static void C(decimal price = 0) { }

            [Task(Name = "d")]
            public static void D(int? number = null) { }
        }
        """,
        Default,
        new AnalyzerSetup { Contracts = "a(id: int)\nb(id: int, copies: [int])\nc()\nd()\n" });

    private const string TwoTasks =
        """
        internal static class Jobs
        {
            [TaskGen.Task(Name = "a")] public static void A(int id, bool urgent) { }
            [TaskGen.Task(Name = "b")] public static void B(int id) { }
        }
        """;

    [Fact]
    public Task Accepts_the_break() => CodeFixVerifier.VerifyAsync<RequiredParameterCodeFix>(
        "TG0214",
        TwoTasks,
        TwoTasks,
        Accept,
        new AnalyzerSetup { Contracts = "a(id: int)\nb()\n" },
        expectedContracts: "a(id: int, urgent: bool)\nb(id: int)\n");

    [Theory]
    [InlineData("a()", "string note")]
    [InlineData("a()", "System.Guid id")]
    [InlineData("a()", "params int[] ids")]
    [InlineData("a(id: int)", "bool urgent, int id")]
    [InlineData("a()", "bool urgent, System.Threading.CancellationToken cancellationToken")]
    [InlineData("a(query: {})", "Query query")]
    public async Task Offers_no_default_where_none_is_natural_or_compiles(string contracts, string parameters) => Assert.Equal(
        [Accept],
        await CodeFixVerifier.OfferedAsync<RequiredParameterCodeFix>(
            "TG0214",
            $$"""
            internal static class Jobs { [TaskGen.Task(Name = "a")] public static void A({{parameters}}) { } }
            internal sealed record Query(int Id);
            """,
            new AnalyzerSetup { Contracts = contracts }));
}
