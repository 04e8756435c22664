using Generator.Tests.Support;
using TaskGen.CodeFixes;

namespace Generator.Tests.CodeFixes;

/// <summary>Replaces IProgress by ITaskProgress.</summary>
public sealed class TaskProgressCodeFixTests
{
    [Fact]
    public Task Takes_the_progress_of_the_execution() => CodeFixVerifier.VerifyAsync<TaskProgressCodeFix>(
        "TG0003",
        """
        using System;

        internal sealed class Jobs
        {
            [TaskGen.Task]
            public void A(int id, IProgress<int> progress)
            {
                progress.Report(id);
                progress.Report(100);
            }

            [TaskGen.Task]
            public void B(IProgress<long>? progress = null) => progress?.Report(1);
        }
        """,
        """
        using System;
        using TaskGen;

        internal sealed class Jobs
        {
            [TaskGen.Task]
            public void A(int id, ITaskProgress progress)
            {
                progress.Report(id);
                progress.Report(100);
            }

            [TaskGen.Task]
            public void B(ITaskProgress progress) => progress?.Report(1);
        }
        """);

    [Fact]
    public Task Offers_nothing_for_what_is_no_number() => CodeFixVerifier.VerifyNoFixAsync<TaskProgressCodeFix>(
        "TG0003",
        """
        using System;
        using TaskGen;

        internal sealed class Jobs
        {
            [Task]
            public void A(IProgress<string> progress) => progress.Report("done");
        }
        """);

    [Fact]
    public Task Offers_nothing_where_the_progress_is_handed_on() => CodeFixVerifier.VerifyNoFixAsync<TaskProgressCodeFix>(
        "TG0003",
        """
        using System;
        using TaskGen;

        internal sealed class Jobs
        {
            [Task]
            public void A(IProgress<int> progress) => Work(progress);

            private static void Work(IProgress<int> progress) => progress.Report(1);
        }
        """);

    [Fact]
    public Task Offers_nothing_where_there_is_one_already() => CodeFixVerifier.VerifyNoFixAsync<TaskProgressCodeFix>(
        "TG0003",
        """
        using System;
        using TaskGen;

        internal sealed class Jobs
        {
            [Task]
            public void A(IProgress<int> progress, ITaskProgress other)
            {
                progress.Report(1);
                other.Report(1);
            }
        }
        """);
}
