using Generator.Tests.Support;

namespace Generator.Tests.Analyzers;

/// <summary>Tasks that request a retry and are not retried.</summary>
public sealed class TG0311Tests
{
    [Fact]
    public async Task Flags_each_request_of_a_task_that_sets_no_retries()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            """
            public sealed class Jobs
            {
                [Task] public void Statement() { throw [|TG0311:new TaskRetryException(TimeSpan.Zero)|]; }
                [Task(RetryBaseDelaySeconds = 5)]
                public int Expression(string? text) => text?.Length ?? throw [|TG0311:new TaskRetryException(TimeSpan.Zero, "empty")|];
                [Task] public async Task Handled()
                {
                    try { await Task.Delay(1); }
                    catch (TimeoutException e) { throw [|TG0311:new TaskRetryException(TimeSpan.Zero, "slow", e)|]; }
                }
                [Task] public async Task Nested(int[] ids)
                {
                    await Task.WhenAll(ids.Select(async id => { await Task.Yield(); Fail(id); }));
                    void Fail(int id) => throw [|TG0311:new TaskRetryException(TimeSpan.FromSeconds(id))|];
                }
                [Task] public void Variable()
                {
                    Exception error = [|TG0311:new TaskRetryException(TimeSpan.Zero)|];
                    throw error;
                }
                [Task] public Task Returned() => Task.FromException([|TG0311:new TaskRetryException(TimeSpan.Zero)|]);
                [Task] public static TaskGen.TaskId Target() { TaskRetryException e = [|TG0311:new(TimeSpan.Zero)|]; throw e; }
            }
            """);
        Assert.Equal(
            "Task 'Jobs.Statement' may become a dead letter when it throws TaskRetryException because it is retried only if a dispatch "
                + "sets EnqueueOptions.Retry. Set Retry in the [Task] attribute, or set it to 0 if this is intended.",
            messages[0]);
    }

    [Fact]
    public Task Flags_a_request_that_a_method_of_the_project_makes_for_the_task() => AnalyzerVerifier.VerifyAsync(
        new AnalyzerSetup
        {
            Sources =
            [
                """
                public static class Requests
                {
                    public static void Busy() => throw new TaskGen.TaskRetryException(TimeSpan.Zero);
                    public static TaskRetryException Soon { get; } = new(TimeSpan.Zero);
                }
                public abstract class JobBase { protected static void Later() { throw new TaskRetryException(TimeSpan.Zero); } }
                """,
            ],
        },
        """
        public sealed class Jobs : JobBase
        {
            [Task] public void Own() => [|TG0311:Fail()|];
            [Task] public void Inherited() => [|TG0311:Later()|];
            [Task] public void Other() => [|TG0311:Requests.Busy()|];
            [Task] public void Factory() => throw [|TG0311:Make(1)|];
            [Task] public void Typed() { [|TG0311:throw Requests.Soon;|] }
            [Task] public void Group(int[] ids) => Array.ForEach(ids, [|TG0311:FailFor|]);
            [Task] public void Passed()
            {
                try { Own(); }
                catch (TaskRetryException e) { [|TG0311:throw e;|] }
            }
            private static void Fail() { if (DateTime.UtcNow.Hour > 3) { throw new TaskRetryException(TimeSpan.Zero); } }
            private static void FailFor(int id) => throw new TaskRetryException(TimeSpan.FromSeconds(id));
            private static Exception Make(int id) => new TaskRetryException(TimeSpan.FromSeconds(id));
        }
        """);

    [Fact]
    public Task Leaves_tasks_that_set_how_often_or_handle_the_last_attempt_or_the_exception() => AnalyzerVerifier.VerifyAsync(
        """
        public sealed class Jobs
        {
            [Task(Retry = 1)] public void A() => throw new TaskRetryException(TimeSpan.Zero);
            [Task(Retry = 0)] public void B() => throw new TaskRetryException(TimeSpan.Zero);
            [Task] public void C() => throw new TaskSnoozeException(TimeSpan.Zero);
            [Task] public void D() => throw new TaskRejectedException("never");
            [Task] public void E(TaskContext context)
            {
                if (context.Attempt < context.MaxAttempts) { throw new TaskRetryException(TimeSpan.Zero); }
                Console.WriteLine("last");
            }
            [Task] public void F(TaskContext context) => Again(context);
            [Task] public void G()
            {
                try { throw new TaskRetryException(TimeSpan.Zero); }
                catch (TaskGenException e) { Console.WriteLine(e.Message); }
            }
            [Task] public bool H(string name) => name == nameof(TaskRetryException) || typeof(TaskRetryException).Name == name;
            [Task] public void I() { try { A(); } catch (TaskRetryException) { throw new TimeoutException(); } }
            public void NoTask() => throw new TaskRetryException(TimeSpan.Zero);
            private static void Again(TaskContext context)
            {
                if (context.Attempt < context.MaxAttempts) { throw new TaskRetryException(TimeSpan.Zero); }
            }
        }
        """);

    [Fact]
    public Task Says_nothing_twice_where_the_retry_types_already_say_it() => AnalyzerVerifier.VerifyAsync(
        """
        public sealed class Jobs
        {
            [Task, [|TG0017:RetryOn<TimeoutException>|]] public void A() => throw new TaskRetryException(TimeSpan.Zero);
        }
        """);

    [Fact]
    public Task Says_nothing_without_the_library() => AnalyzerVerifier.VerifyWithoutLibraryAsync(
        """
        public sealed class TaskRetryException : System.Exception;
        public sealed class C { [Task] public void A() => throw new TaskRetryException(); }
        """);
}
