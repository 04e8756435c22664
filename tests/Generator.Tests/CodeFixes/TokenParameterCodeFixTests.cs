using Generator.Tests.Support;
using TaskGen.CodeFixes;

namespace Generator.Tests.CodeFixes;

/// <summary>Adds a token parameter to a task with a soft time limit.</summary>
public sealed class TokenParameterCodeFixTests
{
    [Fact]
    public Task Takes_the_token_last() => CodeFixVerifier.VerifyAsync<TokenParameterCodeFix>(
        "TG0012",
        """
        using TaskGen;

        internal sealed class Jobs
        {
            [Task(SoftTimeLimitSeconds = 5)]
            public void A() { }

            [Task(SoftTimeLimitSeconds = 5)]
            public void B(int id, ITaskProgress progress) => progress.Report(id);

            [Task(SoftTimeLimitSeconds = 5)]
            public void C(int id = 1) { }

            [Task(SoftTimeLimitSeconds = 5)]
            public void D(int id, params string[] names) { }

            [Task(SoftTimeLimitSeconds = 5)]
            public void E(params string[] names) { }

            [Task(SoftTimeLimitSeconds = 5)]
            public string F(string cancellationToken) => cancellationToken;
        }
        """,
        """
        using System.Threading;
        using TaskGen;

        internal sealed class Jobs
        {
            [Task(SoftTimeLimitSeconds = 5)]
            public void A(CancellationToken cancellationToken) { }

            [Task(SoftTimeLimitSeconds = 5)]
            public void B(int id, ITaskProgress progress, CancellationToken cancellationToken) => progress.Report(id);

            [Task(SoftTimeLimitSeconds = 5)]
            public void C(int id = 1, CancellationToken cancellationToken = default) { }

            [Task(SoftTimeLimitSeconds = 5)]
            public void D(int id, CancellationToken cancellationToken, params string[] names) { }

            [Task(SoftTimeLimitSeconds = 5)]
            public void E(CancellationToken cancellationToken, params string[] names) { }

            [Task(SoftTimeLimitSeconds = 5)]
            public string F(string cancellationToken, CancellationToken cancellationToken_) => cancellationToken;
        }
        """);

    [Fact]
    public Task Leaves_callers_of_the_method_as_they_are() => CodeFixVerifier.VerifyAsync<TokenParameterCodeFix>(
        "TG0012",
        """
        using TaskGen;

        internal sealed class Jobs
        {
            [Task(SoftTimeLimitSeconds = 5)]
            public void A(int id) { }

            public void Now() => A(1);
        }
        """,
        """
        using System.Threading;
        using TaskGen;

        internal sealed class Jobs
        {
            [Task(SoftTimeLimitSeconds = 5)]
            public void A(int id, CancellationToken cancellationToken = default) { }

            public void Now() => A(1);
        }
        """);

    [Fact]
    public Task Changes_both_parts_of_a_partial_method() => CodeFixVerifier.VerifyAsync<TokenParameterCodeFix>(
        "TG0012",
        """
        using System.Threading;
        using TaskGen;

        internal sealed partial class Jobs
        {
            [Task(SoftTimeLimitSeconds = 5)]
            public partial int A(int id = 1);

            public partial int A(int id) => id;
        }
        """,
        """
        using System.Threading;
        using TaskGen;

        internal sealed partial class Jobs
        {
            [Task(SoftTimeLimitSeconds = 5)]
            public partial int A(int id = 1, CancellationToken cancellationToken = default);

            public partial int A(int id, CancellationToken cancellationToken) => id;
        }
        """);

    [Fact]
    public Task Offers_nothing_where_an_interface_says_what_the_method_takes() => CodeFixVerifier.VerifyNoFixAsync<TokenParameterCodeFix>(
        "TG0012",
        """
        using TaskGen;

        internal interface IJobs
        {
            void A();
        }

        internal sealed class Jobs : IJobs
        {
            [Task(SoftTimeLimitSeconds = 5)]
            public void A() { }
        }
        """);
}
