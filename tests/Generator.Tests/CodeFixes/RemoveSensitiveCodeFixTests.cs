using Generator.Tests.Support;
using TaskGen.CodeFixes;

namespace Generator.Tests.CodeFixes;

/// <summary>Removes [Sensitive] where it has no effect.</summary>
public sealed class RemoveSensitiveCodeFixTests
{
    [Fact]
    public Task Removes_the_mark_and_leaves_the_rest() => CodeFixVerifier.VerifyAsync<RemoveSensitiveCodeFix>(
        "TG0309",
        """
        using System;
        using System.Threading;
        using TaskGen;

        internal sealed class Jobs
        {
            /// <summary>A job.</summary>
            [Task]
            [return: Sensitive]
            public void A(
                [Sensitive] string card, [Sensitive] TaskContext context, [Sensitive, FromServices] IFormatProvider format,
                [Sensitive] CancellationToken token) { }

            [return: Sensitive] // nothing
            [Task]
            public void B() { }
        }
        """,
        """
        using System;
        using System.Threading;
        using TaskGen;

        internal sealed class Jobs
        {
            /// <summary>A job.</summary>
            [Task]
            public void A(
                [Sensitive] string card, TaskContext context, [FromServices] IFormatProvider format,
                CancellationToken token) { }

            [Task]
            public void B() { }
        }
        """);
}
