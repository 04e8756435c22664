using Generator.Tests.Support;
using TaskGen.CodeFixes;

namespace Generator.Tests.CodeFixes;

/// <summary>Removes the second parameter that injects the same thing.</summary>
public sealed class SingleInjectionCodeFixTests
{
    [Fact]
    public Task Uses_the_first_one() => CodeFixVerifier.VerifyAsync<SingleInjectionCodeFix>(
        "TG0008",
        """
        using System.Threading;
        using System.Threading.Tasks;
        using TaskGen;

        internal sealed class Jobs
        {
            [Task]
            public async Task A(CancellationToken stop, int id, CancellationToken timeout)
            {
                stop.ThrowIfCancellationRequested();
                await Task.Delay(id, timeout);
            }

            [Task]
            public void B(TaskContext context, TaskContext other) => other.Progress.Report(context.Attempt);

            [Task]
            public void C(ITaskProgress<int> number, ITaskProgress<string> text) => number.Report(1);
        }
        """,
        """
        using System.Threading;
        using System.Threading.Tasks;
        using TaskGen;

        internal sealed class Jobs
        {
            [Task]
            public async Task A(CancellationToken stop, int id)
            {
                stop.ThrowIfCancellationRequested();
                await Task.Delay(id, stop);
            }

            [Task]
            public void B(TaskContext context) => context.Progress.Report(context.Attempt);

            [Task]
            public void C(ITaskProgress<int> number) => number.Report(1);
        }
        """);

    [Fact]
    public Task Offers_nothing_where_both_details_are_reported() => CodeFixVerifier.VerifyNoFixAsync<SingleInjectionCodeFix>(
        "TG0008",
        """
        using TaskGen;

        internal sealed class Jobs
        {
            [Task]
            public void A(ITaskProgress<int> number, ITaskProgress<string> text)
            {
                number.Report(1);
                text.Report(1);
            }
        }
        """);

    [Fact]
    public Task Offers_nothing_where_a_caller_passes_both() => CodeFixVerifier.VerifyNoFixAsync<SingleInjectionCodeFix>(
        "TG0008",
        """
        using System.Threading;
        using TaskGen;

        internal sealed class Jobs
        {
            [Task]
            public void A(CancellationToken stop, CancellationToken timeout) { }

            public void B(CancellationToken token) => A(token, token);
        }
        """);
}
