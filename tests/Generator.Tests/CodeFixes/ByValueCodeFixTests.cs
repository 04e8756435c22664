using Generator.Tests.Support;
using TaskGen.CodeFixes;

namespace Generator.Tests.CodeFixes;

/// <summary>Passes by value what is not written to.</summary>
public sealed class ByValueCodeFixTests
{
    [Fact]
    public Task Passes_by_value_what_nobody_writes_to() => CodeFixVerifier.VerifyAsync<ByValueCodeFix>(
        "TG0003",
        """
        using System.Threading;
        using TaskGen;

        internal sealed class Jobs
        {
            [Task]
            public int A(in int a, ref readonly int b, ref int c, ref CancellationToken token) => token.IsCancellationRequested ? a + b : c;

            [Task]
            public static void B(
                /* how many */ in long count)
            {
            }
        }
        """,
        """
        using System.Threading;
        using TaskGen;

        internal sealed class Jobs
        {
            [Task]
            public int A(int a, int b, int c, CancellationToken token) => token.IsCancellationRequested ? a + b : c;

            [Task]
            public static void B(
                /* how many */ long count)
            {
            }
        }
        """);

    [Fact]
    public Task Changes_both_parts_of_a_partial_method() => CodeFixVerifier.VerifyAsync<ByValueCodeFix>(
        "TG0003",
        """
        using TaskGen;

        internal sealed partial class Jobs
        {
            [Task]
            public partial int A(in int a);

            public partial int A(in int a) => a;
        }
        """,
        """
        using TaskGen;

        internal sealed partial class Jobs
        {
            [Task]
            public partial int A(int a);

            public partial int A(int a) => a;
        }
        """);

    [Fact]
    public Task Offers_nothing_for_what_is_written_to() => CodeFixVerifier.VerifyNoFixAsync<ByValueCodeFix>(
        "TG0003",
        """
        using TaskGen;

        internal sealed class Jobs
        {
            [Task]
            public void A(ref int a) => a++;
        }
        """);

    [Fact]
    public Task Offers_nothing_for_what_is_passed_on_to_be_written_to() => CodeFixVerifier.VerifyNoFixAsync<ByValueCodeFix>(
        "TG0003",
        """
        using TaskGen;

        internal sealed class Jobs
        {
            [Task]
            public void A(ref int a) => System.Threading.Interlocked.Increment(ref a);
        }
        """);

    [Fact]
    public Task Offers_nothing_for_out() => CodeFixVerifier.VerifyNoFixAsync<ByValueCodeFix>(
        "TG0003",
        """
        using TaskGen;

        internal sealed class Jobs
        {
            [Task]
            public void A(out int a) => a = 0;
        }
        """);

    [Fact]
    public Task Offers_nothing_where_a_caller_passes_a_reference() => CodeFixVerifier.VerifyNoFixAsync<ByValueCodeFix>(
        "TG0003",
        """
        using TaskGen;

        internal sealed class Jobs
        {
            [Task]
            public int A(ref int a) => a;

            public int B()
            {
                var a = 1;
                return A(ref a);
            }
        }
        """);
}
