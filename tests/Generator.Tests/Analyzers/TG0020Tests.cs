using Generator.Tests.Support;

namespace Generator.Tests.Analyzers;

/// <summary>Tasks with retries that give up on every exception.</summary>
public sealed class TG0020Tests
{
    [Fact]
    public async Task Flags_retries_that_cannot_happen()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            """
            using System.IO;
            using Failure = System.Exception;
            public sealed class Jobs
            {
                [Task(Retry = 3), [|TG0020:GiveUpOn<Exception>|]] public void A() { }
                [[|TG0020:GiveUpOn<Failure>|]] [Task(Retry = 10, RetryBaseDelaySeconds = 2)] public static Task B() => Task.CompletedTask;
            }
            """);
        Assert.StartsWith(
            "Task 'Jobs.A' may never be retried despite Retry = 3 because [GiveUpOn<Exception>] covers every exception except "
                + "TaskRetryException. ",
            messages[0],
            StringComparison.Ordinal);
    }

    /// <summary>What the type for everything covers takes effect when that is removed.</summary>
    [Fact]
    public Task Flags_only_the_type_that_covers_everything() => AnalyzerVerifier.VerifyAsync(
        """
        using System.IO;
        public sealed class Jobs
        {
            [Task(Retry = 3), GiveUpOn<IOException>, [|TG0020:GiveUpOn<Exception>|], GiveUpOn<TimeoutException>] public void A() { }
            [Task(Retry = 3), [|TG0020:GiveUpOn<Exception>|], [|TG0015:GiveUpOn<Exception>|]] public void B() { }
            [Task(Retry = 3), [|TG0020:GiveUpOn<Exception>|], [|TG0015:GiveUpOn<TaskRetryException>|]] public void C() { }
        }
        """);

    [Fact]
    public Task Leaves_what_another_rule_reports_alone() => AnalyzerVerifier.VerifyAsync(
        """
        public sealed class Jobs
        {
            [Task, [|TG0017:GiveUpOn<Exception>|]] public void A() { }
            [Task(Retry = 3), [|TG0014:RetryOn<TimeoutException>|], GiveUpOn<Exception>] public void B() { }
            [Task([|TG0010:Retry = -1|]), GiveUpOn<Exception>] public void C() { }
        }
        """);

    [Fact]
    public Task Leaves_tasks_that_can_be_retried_alone() => AnalyzerVerifier.VerifyAsync(
        """
        public sealed class Jobs
        {
            [Task(Retry = 3), GiveUpOn<SystemException>] public void A() { }
            [Task(Retry = 3), GiveUpOn<ApplicationException>, GiveUpOn<SystemException>] public void B() { }
            [Task(Retry = 0), GiveUpOn<Exception>] public void C() { }
            [GiveUpOn<Exception>] public void D() { }
            [Task(Retry = 3)] public void E() { }
        }
        """);

    [Fact]
    public Task Leaves_retries_on_demand_alone() => AnalyzerVerifier.VerifyAsync(
        """
        public sealed class Polls
        {
            [Task(Retry = 9), GiveUpOn<Exception>] public void Poll() => throw new TaskRetryException(TimeSpan.FromSeconds(5));
        }
        public sealed partial class Helped
        {
            [Task(Retry = 9), GiveUpOn<Exception>] public void Poll() => Again();
        }
        public sealed partial class Helped
        {
            private static void Again() => throw new TaskRetryException(TimeSpan.FromSeconds(5));
        }
        public sealed class Declared
        {
            [Task(Retry = 9), GiveUpOn<Exception>, RetryOn<TaskRetryException>] public void Poll() { }
        }
        """);

    [Fact]
    public Task Says_nothing_without_the_library() => AnalyzerVerifier.VerifyWithoutLibraryAsync(
        "public sealed class C { [Task, GiveUpOn<System.Exception>] public void A() { } }");
}
