using Generator.Tests.Support;

namespace Generator.Tests.Analyzers;

/// <summary>Exception types that are both retried and given up on.</summary>
public sealed class TG0014Tests
{
    [Fact]
    public async Task Flags_what_is_retried_and_given_up_on()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            """
            using System.IO;
            public sealed class Jobs
            {
                [Task(Retry = 3), [|TG0014:RetryOn<IOException>|], GiveUpOn<IOException>] public void A() { }
                [Task(Retry = 3)] [GiveUpOn<IOException>] [[|TG0014:RetryOn<FileNotFoundException>|]] public void B() { }
                [Task(Retry = 3), [|TG0014:RetryOn<TimeoutException>|], GiveUpOn<Exception>, [|TG0014:RetryOn<IOException>()|]]
                public void C() { }
            }
            """);
        Assert.StartsWith(
            "[RetryOn<FileNotFoundException>] never causes a retry of task 'Jobs.B' because [GiveUpOn<IOException>] also covers "
                + "these exceptions and takes precedence. ",
            messages[1],
            StringComparison.Ordinal);
    }

    [Fact]
    public Task Leaves_exceptions_to_the_rule_alone() => AnalyzerVerifier.VerifyAsync(
        """
        using System.IO;
        public sealed class Jobs
        {
            [Task(Retry = 3), RetryOn<IOException>, GiveUpOn<FileNotFoundException>] public void A() { }
            [Task(Retry = 3), RetryOn<HttpFailure>, GiveUpOn<UriFormatException>] public void B() { }
            [Task(Retry = 3), RetryOn<TaskRetryException>, GiveUpOn<Exception>] public void C() { }
        }
        public sealed class HttpFailure : Exception { }
        """);

    [Fact]
    public Task Says_nothing_without_the_library() => AnalyzerVerifier.VerifyWithoutLibraryAsync(
        "public sealed class C { [Task, RetryOn<System.Exception>, GiveUpOn<System.Exception>] public void A() { } }");
}
