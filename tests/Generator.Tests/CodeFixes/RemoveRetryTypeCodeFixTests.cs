using Generator.Tests.Support;
using TaskGen.CodeFixes;

namespace Generator.Tests.CodeFixes;

/// <summary>Removes exception types that have no effect.</summary>
public sealed class RemoveRetryTypeCodeFixTests
{
    [Fact]
    public Task Takes_away_what_has_no_effect() => CodeFixVerifier.VerifyAsync<RemoveRetryTypeCodeFix>(
        "TG0015",
        """
        using System;
        using System.IO;
        using TaskGen;

        internal sealed class Jobs
        {
            /// <summary>Does it.</summary>
            [RetryOn<FileNotFoundException>]
            [Task(Retry = 3)]
            [RetryOn<IOException>]
            [RetryOn<IOException>]
            public void A() { }

            [Task(Retry = 3), RetryOn<Exception>, RetryOn<IOException>]
            public void B() { }

            [Task(Retry = 3)]
            [GiveUpOn<TaskRejectedException>] // said already
            public void C() { }
        }
        """,
        """
        using System;
        using System.IO;
        using TaskGen;

        internal sealed class Jobs
        {
            /// <summary>Does it.</summary>
            [Task(Retry = 3)]
            [RetryOn<IOException>]
            public void A() { }

            [Task(Retry = 3), RetryOn<Exception>]
            public void B() { }

            [Task(Retry = 3)]
            public void C() { }
        }
        """);

    [Fact]
    public Task Offers_nothing_where_everything_would_be_retried_without_it() => CodeFixVerifier.VerifyNoFixAsync<RemoveRetryTypeCodeFix>(
        "TG0015",
        """
        using TaskGen;

        internal sealed class Jobs
        {
            [Task(Retry = 3)]
            [RetryOn<TaskRejectedException>]
            public void A() { }
        }
        """);
}
