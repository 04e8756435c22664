using Generator.Tests.Support;

namespace Generator.Tests.Analyzers;

/// <summary>Exception types that have no effect on retries.</summary>
public sealed class TG0015Tests
{
    [Fact]
    public async Task Flags_what_another_one_covers()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            """
            using System.IO;
            public sealed class Jobs
            {
                [Task(Retry = 3), RetryOn<IOException>, [|TG0015:RetryOn<IOException>|]] public void A() { }
                [Task(Retry = 3), [|TG0015:RetryOn<FileNotFoundException>|], RetryOn<IOException>] public void B() { }
                [Task(Retry = 3), GiveUpOn<ArgumentException>, [|TG0015:GiveUpOn<ArgumentNullException>|]] public void C() { }
                [Task(Retry = 3), RetryOn<Exception>, [|TG0015:RetryOn<TimeoutException>|], [|TG0015:RetryOn<TimeoutException>|]]
                public void D() { }
            }
            """);
        Assert.StartsWith(
            "[RetryOn<IOException>] on task 'Jobs.A' has no effect because [RetryOn<IOException>] already covers these exceptions. ",
            messages[0],
            StringComparison.Ordinal);
        Assert.Contains("[RetryOn<FileNotFoundException>] on task 'Jobs.B'", messages[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Flags_what_the_worker_decides_by_itself()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            """
            public sealed class Jobs
            {
                [Task(Retry = 3), [|TG0015:RetryOn<TaskRejectedException>|]] public void A() { }
                [Task(Retry = 3), RetryOn<TimeoutException>, [|TG0015:RetryOn<TaskRetryException>|],
                    [|TG0015:RetryOn<TaskSnoozeException>|]]
                public void B() { }
                [Task(Retry = 3), [|TG0015:GiveUpOn<TaskRejectedException>|]] public void C() { }
                [Task(Retry = 3), [|TG0015:GiveUpOn<TaskRetryException>|], [|TG0015:GiveUpOn<TaskSnoozeException>|]] public void D() { }
            }
            """);
        Assert.Contains("a task that throws TaskRejectedException is never retried", messages[0], StringComparison.Ordinal);
    }

    [Fact]
    public Task Leaves_types_of_their_own_alone() => AnalyzerVerifier.VerifyAsync(
        """
        using System.IO;
        public sealed class Jobs
        {
            [Task(Retry = 3), RetryOn<IOException>, RetryOn<TimeoutException>, GiveUpOn<FileNotFoundException>] public void A() { }
            [Task(Retry = 3), RetryOn<IOException>, GiveUpOn<UriFormatException>] public void B() { }
            [Task(Retry = 3), RetryOn<Exception>] public void C() { }
            [Task(Retry = 3), RetryOn<OperationCanceledException>, RetryOn<TaskTimeLimitException>] public void D() { }
        }
        """);

    [Fact]
    public Task Leaves_retries_on_demand_alone() => AnalyzerVerifier.VerifyAsync(
        """
        public sealed class Jobs
        {
            [Task(Retry = 3), RetryOn<TaskRetryException>] public void A() => throw new TaskRetryException(TimeSpan.FromSeconds(1));
            [Task(Retry = 3), RetryOn<TaskRetryException>, RetryOn<TaskSnoozeException>] public void B() { }
        }
        """);

    [Fact]
    public Task Says_nothing_without_the_library() => AnalyzerVerifier.VerifyWithoutLibraryAsync(
        "public sealed class C { [Task, RetryOn<System.Exception>, RetryOn<System.Exception>] public void A() { } }");
}
