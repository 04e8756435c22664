using Generator.Tests.Support;
using TaskGen.CodeFixes;

namespace Generator.Tests.CodeFixes;

/// <summary>Makes a nullable token a plain one.</summary>
public sealed class PlainTokenCodeFixTests
{
    [Fact]
    public Task Takes_the_token_and_reads_it_plainly() => CodeFixVerifier.VerifyAsync<PlainTokenCodeFix>(
        "TG0003",
        """
        using System;
        using System.Threading;
        using System.Threading.Tasks;
        using TaskGen;

        internal sealed class Jobs
        {
            [Task]
            public Task A(CancellationToken? token = null) => Task.Delay(1, token ?? CancellationToken.None);

            [Task]
            public Task B(Nullable<CancellationToken> token)
            {
                token.GetValueOrDefault().ThrowIfCancellationRequested();
                (token ?? default).ThrowIfCancellationRequested();
                return Task.Delay(1, token.Value);
            }
        }
        """,
        """
        using System;
        using System.Threading;
        using System.Threading.Tasks;
        using TaskGen;

        internal sealed class Jobs
        {
            [Task]
            public Task A(CancellationToken token = default) => Task.Delay(1, token);

            [Task]
            public Task B(CancellationToken token)
            {
                token.ThrowIfCancellationRequested();
                token.ThrowIfCancellationRequested();
                return Task.Delay(1, token);
            }
        }
        """);

    [Fact]
    public Task Offers_nothing_where_the_body_asks_whether_there_is_one() => CodeFixVerifier.VerifyNoFixAsync<PlainTokenCodeFix>(
        "TG0003",
        """
        using System.Threading;
        using TaskGen;

        internal sealed class Jobs
        {
            [Task]
            public bool A(CancellationToken? token) => token.HasValue;
        }
        """);

    [Fact]
    public Task Offers_nothing_for_other_types() => CodeFixVerifier.VerifyNoFixAsync<PlainTokenCodeFix>(
        "TG0003",
        """
        using TaskGen;

        internal sealed class Jobs
        {
            [Task]
            public void A(System.Range? range) { }
        }
        """);
}
