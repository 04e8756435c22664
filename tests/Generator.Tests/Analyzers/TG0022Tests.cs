using Generator.Tests.Support;

namespace Generator.Tests.Analyzers;

/// <summary>Parameters for caller information.</summary>
public sealed class TG0022Tests
{
    [Fact]
    public async Task Flags_caller_information_in_a_payload()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            """
            using System.Runtime.CompilerServices;
            public sealed class Jobs
            {
                [Task] public void A([[|TG0022:CallerMemberName|]] string member = "") { }
                [Task] public void B(
                    int id,
                    [[|TG0022:CallerFilePath|]] string file = "",
                    [[|TG0022:CallerLineNumberAttribute|]] int line = 0,
                    [[|TG0022:CallerArgumentExpression("id")|]] string? text = null)
                { }
                [Task] public static void C([FromServices, [|TG0022:CallerMemberName|]] string? member = null) { }
            }
            """);
        Assert.Equal(
            "Parameter 'member' of task 'Jobs.A' may always have its default value because [CallerMemberName] has no effect when a worker "
                + "calls the method. Remove the attribute, and pass the value in each dispatch.",
            messages[0]);
    }

    [Fact]
    public async Task Flags_a_constructor_once()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            """
            using System.Runtime.CompilerServices;
            public sealed class Jobs(
                IFormatProvider format, [[|TG0022:CallerMemberName|]] string owner = "", [[|TG0022:CallerLineNumber|]] int line = 0)
            {
                public string Owner => owner + line + format;
                [Task] public void A() { }
                [Task] public void B() { }
            }
            """);
        Assert.EndsWith("when a worker creates an instance of the class. Remove the attribute.", messages[0], StringComparison.Ordinal);
    }

    [Fact]
    public Task Leaves_other_methods_alone() => AnalyzerVerifier.VerifyAsync(
        """
        using System.Runtime.CompilerServices;
        public sealed class Jobs
        {
            public Jobs() { }
            private Jobs(int id, [CallerMemberName] string owner = "") { }
            [Task] public void A(string member = "", int line = 0) => Log(member);
            public static void Log(string text, [CallerMemberName] string member = "") => Console.WriteLine(text + member);
            public static Jobs Create() => new(1);
        }
        public static class Jobs2
        {
            [Task] public static void A(string text)
            {
                Log();
                void Log([CallerMemberName] string member = "") => Console.WriteLine(member);
            }
        }
        public sealed class Helper([CallerMemberName] string owner = "") { public string Owner => owner; }
        """);

    [Fact]
    public Task Says_nothing_without_the_library() => AnalyzerVerifier.VerifyWithoutLibraryAsync(
        "public sealed class C { [Task] public void A([System.Runtime.CompilerServices.CallerMemberName] string member = \"\") { } }");
}
