using Generator.Tests.Support;

namespace Generator.Tests.Analyzers;

/// <summary>Tasks whose calls the compiler removes.</summary>
public sealed class TG0021Tests
{
    [Fact]
    public async Task Flags_a_method_whose_call_the_compiler_removes()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            """
            #define TRACE_JOBS
            using System.Diagnostics;
            using OnlyIn = System.Diagnostics.ConditionalAttribute;
            public sealed partial class Jobs
            {
                [Task, Conditional("DEBUG")] public void [|TG0021:A|]() { }
                [Task] [Conditional("DEBUG"), Conditional("TRACE_JOBS")] public static void [|TG0021:B|](int id) { }
                [Task, OnlyIn("DEBUG")] public void [|TG0021:C|]() { }
                [Task] public partial void [|TG0021:D|]();
            }
            public sealed partial class Jobs
            {
                [Conditional("DEBUG")] public partial void D() { }
            }
            """);
        Assert.Equal(
            "No client is generated for task 'Jobs.A' because [Conditional(\"DEBUG\")] removes the worker's call if 'DEBUG' is not "
                + "defined, so the task would succeed without running. Remove the attribute from 'Jobs.A'.",
            messages[0]);
    }

    /// <summary>The compiler looks at the method that is overridden.</summary>
    [Fact]
    public async Task Flags_an_override_of_such_a_method()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            """
            using System.Diagnostics;
            public abstract class Base { [Conditional("AUDIT")] public virtual void Run() { } }
            public class Middle : Base { public override void Run() { } }
            public sealed class Jobs : Middle { [Task] public override void [|TG0021:Run|]() { } }
            """);
        Assert.EndsWith("Remove the attribute from 'Base.Run'.", messages[0], StringComparison.Ordinal);
    }

    [Fact]
    public Task Leaves_methods_that_always_run_alone() => AnalyzerVerifier.VerifyAsync(
        """
        using System.Diagnostics;
        public abstract class Base { [Conditional("AUDIT")] public virtual void Run() { } }
        public sealed class Jobs : Base
        {
            [Task] public new void Run() => Log("a");
            [Task] public void Other()
            {
                Log("b");
        #if DEBUG
                Log("c");
        #endif
            }
            [Conditional("DEBUG")] public static void Log(string text) => Console.WriteLine(text);
            [Marked, Task] public void B() { }
        }
        [Conditional("DEBUG")] public sealed class MarkedAttribute : Attribute;
        """);

    [Fact]
    public Task Says_nothing_without_the_library() => AnalyzerVerifier.VerifyWithoutLibraryAsync(
        "public sealed class C { [Task, System.Diagnostics.Conditional(\"DEBUG\")] public void A() { } }");
}
