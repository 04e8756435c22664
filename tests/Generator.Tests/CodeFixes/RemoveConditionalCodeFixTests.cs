using Generator.Tests.Support;
using TaskGen.CodeFixes;

namespace Generator.Tests.CodeFixes;

/// <summary>Removes [Conditional] from tasks.</summary>
public sealed class RemoveConditionalCodeFixTests
{
    [Fact]
    public Task Removes_all_attributes_and_leaves_the_rest() => CodeFixVerifier.VerifyAsync<RemoveConditionalCodeFix>(
        "TG0021",
        """
        using System.Diagnostics;
        using TaskGen;

        internal sealed partial class Jobs
        {
            /// <summary>A job.</summary>
            [Conditional("DEBUG")]
            [Task]
            public void A() { }

            [Task, Conditional("DEBUG")]
            public void B() => Log();

            [Conditional("DEBUG"), Conditional("TRACE")]
            [Task(Retry = 3), Conditional("AUDIT")] // important
            public void C() { }

            [Task]
            public partial void D();

            [Conditional("DEBUG")]
            public partial void D() { }

            [Conditional("DEBUG")]
            private static void Log() { }
        }
        """,
        """
        using System.Diagnostics;
        using TaskGen;

        internal sealed partial class Jobs
        {
            /// <summary>A job.</summary>
            [Task]
            public void A() { }

            [Task]
            public void B() => Log();

            [Task(Retry = 3)] // important
            public void C() { }

            [Task]
            public partial void D();

            public partial void D() { }

            [Conditional("DEBUG")]
            private static void Log() { }
        }
        """);

    [Fact]
    public Task Offers_nothing_where_the_overridden_method_has_it() => CodeFixVerifier.VerifyNoFixAsync<RemoveConditionalCodeFix>(
        "TG0021",
        """
        using System.Diagnostics;
        using TaskGen;

        internal abstract class Base { [Conditional("DEBUG")] public virtual void Run() { } }
        internal sealed class Jobs : Base { [Task] public override void Run() { } }
        """);

    [Fact]
    public Task Offers_nothing_where_another_file_has_it() => CodeFixVerifier.VerifyNoFixAsync<RemoveConditionalCodeFix>(
        "TG0021",
        "internal sealed partial class Jobs { [TaskGen.Task] public partial void Run(); }",
        new AnalyzerSetup
        {
            Sources = ["internal sealed partial class Jobs { [System.Diagnostics.Conditional(\"DEBUG\")] public partial void Run() { } }"],
        });
}
