using Generator.Tests.Support;
using TaskGen.CodeFixes;

namespace Generator.Tests.CodeFixes;

/// <summary>Writes the current wire name into the attribute.</summary>
public sealed class PinNameCodeFixTests
{
    [Fact]
    public Task Writes_the_name_that_the_task_has() => CodeFixVerifier.VerifyAsync<PinNameCodeFix>(
        "TG0200",
        """
        namespace Shop;

        internal static class Jobs
        {
            [TaskGen.Task]
            public static void RunAsync() { }

            [TaskGen.Task(Queue = "bulk", Retry = 3), System.Obsolete]
            public static void B() { }

            internal static class Inner
            {
                [TaskGen.TaskAttribute()]
                public static void C() { }
            }
        }
        """,
        """
        namespace Shop;

        internal static class Jobs
        {
            [TaskGen.Task(Name = "Jobs.Run")]
            public static void RunAsync() { }

            [TaskGen.Task(Name = "Jobs.B", Queue = "bulk", Retry = 3), System.Obsolete]
            public static void B() { }

            internal static class Inner
            {
                [TaskGen.TaskAttribute(Name = "Jobs.Inner.C")]
                public static void C() { }
            }
        }
        """,
        setup: new AnalyzerSetup { Contracts = "" });

    [Fact]
    public Task Writes_it_where_the_attribute_stands() => CodeFixVerifier.VerifyAsync<PinNameCodeFix>(
        "TG0200",
        """
        using TaskGen;

        internal static partial class Jobs
        {
            public static partial void A(int id);

            [Task]
            public static partial void A(int id) { }
        }
        """,
        """
        using TaskGen;

        internal static partial class Jobs
        {
            public static partial void A(int id);

            [Task(Name = "Jobs.A")]
            public static partial void A(int id) { }
        }
        """,
        setup: new AnalyzerSetup { Contracts = "" });
}
