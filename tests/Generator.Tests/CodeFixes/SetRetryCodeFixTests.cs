using Generator.Tests.Support;
using TaskGen.CodeFixes;

namespace Generator.Tests.CodeFixes;

/// <summary>Sets how often a task is retried.</summary>
public sealed class SetRetryCodeFixTests
{
    [Fact]
    public Task Sets_it_once_for_each_task() => CodeFixVerifier.VerifyAsync<SetRetryCodeFix>(
        "TG0311",
        """
        internal sealed class Jobs
        {
            [TaskGen.Task]
            public void A() => throw new TaskGen.TaskRetryException(System.TimeSpan.Zero);

            [System.Obsolete, TaskGen.Task(Name = "b", RetryBaseDelaySeconds = 5)]
            public void B(int id)
            {
                if (id == 1)
                {
                    throw new TaskGen.TaskRetryException(System.TimeSpan.Zero);
                }

                Later();
                static void Later() => throw new TaskGen.TaskRetryException(System.TimeSpan.Zero);
            }

            [TaskGen.Task(
                Name = "c",
                Queue = "q")]
            public void C() => Fail();

            private static void Fail() => throw new TaskGen.TaskRetryException(System.TimeSpan.Zero);
        }
        """,
        """
        internal sealed class Jobs
        {
            [TaskGen.Task(Retry = 3)]
            public void A() => throw new TaskGen.TaskRetryException(System.TimeSpan.Zero);

            [System.Obsolete, TaskGen.Task(Name = "b", RetryBaseDelaySeconds = 5, Retry = 3)]
            public void B(int id)
            {
                if (id == 1)
                {
                    throw new TaskGen.TaskRetryException(System.TimeSpan.Zero);
                }

                Later();
                static void Later() => throw new TaskGen.TaskRetryException(System.TimeSpan.Zero);
            }

            [TaskGen.Task(
                Name = "c",
                Queue = "q", Retry = 3)]
            public void C() => Fail();

            private static void Fail() => throw new TaskGen.TaskRetryException(System.TimeSpan.Zero);
        }
        """);

    [Fact]
    public Task Offers_nothing_where_the_attribute_is_on_the_other_part() => CodeFixVerifier.VerifyNoFixAsync<SetRetryCodeFix>(
        "TG0311",
        """
        internal sealed partial class Jobs
        {
            [TaskGen.Task]
            public partial void A();
        }

        internal sealed partial class Jobs
        {
            public partial void A() => throw new TaskGen.TaskRetryException(System.TimeSpan.Zero);
        }
        """);
}
