using Generator.Tests.Support;
using TaskGen.CodeFixes;

namespace Generator.Tests.CodeFixes;

/// <summary>Makes async void return a task.</summary>
public sealed class ReturnTaskCodeFixTests
{
    [Fact]
    public Task Returns_a_task_and_imports_it() => CodeFixVerifier.VerifyAsync<ReturnTaskCodeFix>(
        "TG0002",
        """
        using TaskGen;

        internal sealed class Jobs
        {
            [Task]
            public async void A() => await System.Threading.Tasks.Task.Yield();

            [Task]
            public async void B() => await System.Threading.Tasks.Task.Yield();
        }
        """,
        """
        using System.Threading.Tasks;
        using TaskGen;

        internal sealed class Jobs
        {
            [Task]
            public async Task A() => await System.Threading.Tasks.Task.Yield();

            [Task]
            public async Task B() => await System.Threading.Tasks.Task.Yield();
        }
        """);

    [Fact]
    public Task Changes_both_parts_of_a_partial_method() => CodeFixVerifier.VerifyAsync<ReturnTaskCodeFix>(
        "TG0002",
        """
        using System.Threading.Tasks;
        using TaskGen;

        internal sealed partial class Jobs
        {
            [Task]
            public partial void A();

            public async partial void A() => await Task.Yield();
        }
        """,
        """
        using System.Threading.Tasks;
        using TaskGen;

        internal sealed partial class Jobs
        {
            [Task]
            public partial Task A();

            public async partial Task A() => await Task.Yield();
        }
        """);
}
