using Generator.Tests.Support;

namespace Generator.Tests.Analyzers;

/// <summary>Tasks, classes and exceptions that generated code cannot access.</summary>
public sealed class TG0001Tests
{
    [Fact]
    public Task Flags_what_generated_code_cannot_name() => AnalyzerVerifier.VerifyAsync(
        """
        public class Jobs
        {
            [Task] private void [|TG0001:A|]() { }
            [Task] protected void [|TG0001:B|]() { }
            [Task] private protected void [|TG0001:C|]() { }
            private sealed class Inner { [Task] public void [|TG0001:D|]() { } }
            private sealed class Bad : Exception { }
            [Task, RetryOn<Bad>] public void [|TG0001:E|]() { }
            [Task, GiveUpOn<Bad>] public void [|TG0001:F|]() { }
        }
        file sealed class Local { [Task] public void [|TG0001:G|]() { } }
        """);

    [Fact]
    public Task Leaves_alone_what_it_can() => AnalyzerVerifier.VerifyAsync(
        """
        public class Jobs
        {
            [Task] internal void A() { }
            [Task] protected internal void B() { }
            internal static class Inner { [Task] public static void C() { } }
        }
        """);

    [Fact]
    public Task Says_nothing_without_the_library() => AnalyzerVerifier.VerifyWithoutLibraryAsync(
        "public sealed class C { [Task] private void A() { } }");
}
