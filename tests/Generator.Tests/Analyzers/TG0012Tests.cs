using Generator.Tests.Support;

namespace Generator.Tests.Analyzers;

/// <summary>Soft time limits that the task never observes.</summary>
public sealed class TG0012Tests
{
    [Fact]
    public async Task Flags_a_soft_limit_of_a_task_without_a_token()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            """
            public sealed class Jobs(ITaskClient tasks)
            {
                private const double Limit = 300;
                [Task([|TG0012:SoftTimeLimitSeconds = 5|])] public void A() => tasks.ToString();
                [Task(Queue = "q", [|TG0012:SoftTimeLimitSeconds = Limit|], TimeLimitSeconds = Limit + 60)]
                public async Task B(int id, ITaskProgress progress) { await Task.Yield(); progress.Report(id); }
                [Task([|TG0012:SoftTimeLimitSeconds = 0.5|])]
                public static void C([FromServices] IServiceProvider services) => services.ToString();
            }
            """);
        Assert.StartsWith("The soft time limit of task 'Jobs.A'", messages[0], StringComparison.Ordinal);
    }

    [Fact]
    public Task Leaves_a_task_that_can_hear_of_it_alone() => AnalyzerVerifier.VerifyAsync(
        """
        public sealed class Jobs
        {
            [Task(SoftTimeLimitSeconds = 5)] public Task A(CancellationToken token) => Task.Delay(1, token);
            [Task(SoftTimeLimitSeconds = 5)] public Task B(TaskContext context) => Task.Delay(1, context.CancellationToken);
            [Task(SoftTimeLimitSeconds = 5)]
            public Task C(int id, CancellationToken token = default, params int[] more) => Task.Delay(id + more.Length, token);
        }
        public sealed class ByToken(CancellationToken token) { [Task(SoftTimeLimitSeconds = 5)] public Task A() => Task.Delay(1, token); }
        public sealed class ByContext(TaskContext context)
        {
            [Task(SoftTimeLimitSeconds = 5)] public Task A() => Task.Delay(1, context.CancellationToken);
        }
        """);

    [Fact]
    public Task Leaves_other_limits_and_what_gets_no_client_alone() => AnalyzerVerifier.VerifyAsync(
        """
        public sealed class Jobs
        {
            [Task(TimeLimitSeconds = 5)] public void A() { }
            [Task(SoftTimeLimitSeconds = 0)] public void B() { }
            [Task(SoftTimeLimitSeconds = 5)] private void [|TG0001:C|]() { }
        }
        """);

    [Fact]
    public Task Says_nothing_without_the_library() => AnalyzerVerifier.VerifyWithoutLibraryAsync(
        "public sealed class C { [Task(SoftTimeLimitSeconds = 5)] public void A() { } }");
}
