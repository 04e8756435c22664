using Generator.Tests.Support;
using TaskGen.CodeFixes;

namespace Generator.Tests.CodeFixes;

/// <summary>Keeps the result of an idempotent task.</summary>
public sealed class KeepResultCodeFixTests
{
    [Fact]
    public Task Keeps_the_result() => CodeFixVerifier.VerifyAsync<KeepResultCodeFix>(
        "TG0016",
        """
        using TaskGen;

        internal sealed class Jobs
        {
            [Task(Idempotent = true, IgnoreResult = true)]
            public int A() => 1;

            [Task(IgnoreResult = true, Idempotent = true)]
            public int B() => 1;

            [Task(
                Idempotent = true,
                IgnoreResult = true,
                Queue = "q")]
            public int C() => 1;
        }
        """,
        """
        using TaskGen;

        internal sealed class Jobs
        {
            [Task(Idempotent = true)]
            public int A() => 1;

            [Task(Idempotent = true)]
            public int B() => 1;

            [Task(
                Idempotent = true,
                Queue = "q")]
            public int C() => 1;
        }
        """);
}
