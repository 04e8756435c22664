using Generator.Tests.Support;

namespace Generator.Tests.Analyzers;

/// <summary>Exception types of tasks that are not retried.</summary>
public sealed class TG0017Tests
{
    [Fact]
    public async Task Flags_the_first_type_of_a_task_that_says_nothing_of_retries()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            """
            public sealed class Jobs
            {
                [Task, [|TG0017:RetryOn<TimeoutException>|]] public void A() { }
                [Task(RetryBaseDelaySeconds = 5), GiveUpOn<ArgumentException>, [|TG0017:RetryOn<TimeoutException>|],
                    RetryOn<System.IO.IOException>]
                public void B() { }
                [Task] [[|TG0017:GiveUpOn<ArgumentException>|]] public void C() { }
            }
            """);
        Assert.Equal(
            "[RetryOn<TimeoutException>] may have no effect because task 'Jobs.A' is retried only if a dispatch sets "
                + "EnqueueOptions.Retry. Set Retry in the [Task] attribute, or set it to 0 if this is intended.",
            messages[0]);
    }

    [Fact]
    public Task Leaves_a_task_that_says_how_often_alone() => AnalyzerVerifier.VerifyAsync(
        """
        public sealed class Jobs
        {
            [Task(Retry = 1), RetryOn<TimeoutException>] public void A() { }
            [Task(Retry = 0), RetryOn<TimeoutException>] public void B() { }
            [Task] public void C() { }
            [RetryOn<TimeoutException>] public void D() { }
        }
        """);

    [Fact]
    public Task Says_nothing_without_the_library() => AnalyzerVerifier.VerifyWithoutLibraryAsync(
        "public sealed class C { [Task, RetryOn<System.Exception>] public void A() { } }");
}
