using Generator.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Generator.Tests.Analyzers;

/// <summary>Reads of states and results that are not stored.</summary>
public sealed class TG0312Tests
{
    private const string Declarations =
        """
        public sealed class Jobs
        {
            [Task(IgnoreResult = true)] public int Count(int id) => id;
            [Task(IgnoreResult = true)] public void Log(int id) { }
            [Task(IgnoreResult = true)] public void Report(int id, ITaskProgress<string> progress) { }
            [Task(IgnoreResult = true, Idempotent = true)] public void Ship(int id) { }
            [Task] public int Keep(int id) => id;
        }

        """;

    [Fact]
    public async Task Flags_a_read_from_a_handle_that_the_dispatch_returns()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(Program(
            "await [|TG0312:(await jobs.Count.DelayAsync(1)).GetAsync()|];",
            "var handle = await jobs.Log.DelayAsync(1).ConfigureAwait(false); await [|TG0312:handle.GetAsync(TimeSpan.Zero)|];",
            "TaskHandle handle = await jobs.Count.DelayAsync(1); await [|TG0312:handle.GetAsync()|];",
            "TaskHandle<int> handle; handle = await jobs.Count.DelayAsync(1); var state = await [|TG0312:handle.GetSnapshotAsync()|];",
            "var sent = jobs.Log.DelayAsync(1); var handle = await sent; await foreach (var x in [|TG0312:handle.ProgressAsync()|]) { }",
            "var handle = await jobs.Report.DelayAsync(1); await [|TG0312:handle.GetAsync()|]; await [|TG0312:handle.GetSnapshotAsync()|];",
            "await [|TG0312:(await jobs.Count.With(new() { Retry = 1 }).DelayAsync(1)).GetAsync()|];",
            "await [|TG0312:(await jobs.Count.With(new() { IdempotencyKey = \"a\" }).DelayAsync(1)).GetAsync()|];",
            "var task = jobs.Count.With(options); await [|TG0312:(await task.DelayAsync(1)).GetAsync()|];",
            "await [|TG0312:(await client.Jobs.Count.DelayAsync(1)).GetAsync()|];",
            "await [|TG0312:(await client.DelayAsync(jobs.Count.Signature(1))).GetAsync()|];",
            "var one = jobs.Count.Signature(1); var handle = await client.DelayAsync(one); await [|TG0312:handle.GetAsync()|];",
            "var task = (await client.EnqueueAsync<JobsClient.LogTask, JobsClient.LogTask.Args, NoResult, TaskHandle>(new(1))); "
                + "await [|TG0312:task.GetAsync()|];"));
        Assert.Equal(
            "'GetAsync' may throw InvalidOperationException because task 'Count' sets IgnoreResult, so its result is not stored. "
                + "Remove IgnoreResult from the [Task] attribute, or remove this call.",
            messages[0]);
        Assert.Contains("task 'Log' sets IgnoreResult, so its state is not stored", messages[1], StringComparison.Ordinal);
    }

    [Fact]
    public Task Flags_a_read_from_many_handles_and_from_what_a_method_returns() => AnalyzerVerifier.VerifyAsync(Program(
        "foreach (var handle in await jobs.Log.DelayManyAsync(ids, id => new(id))) { await [|TG0312:handle.GetAsync()|]; }",
        "var all = await jobs.Log.DelayManyAsync(ids, id => new(id)); await Task.WhenAll(all.Select(h => [|TG0312:h.GetAsync()|]));",
        "var all = await jobs.Log.DelayManyAsync(ids, id => new(id)); await [|TG0312:all[0].GetAsync()|];",
        "var all = await Task.WhenAll(ids.Select(id => jobs.Count.DelayAsync(id))); await [|TG0312:all[0].GetAsync()|];",
        "var all = await Task.WhenAll(jobs.Count.DelayAsync(1), jobs.Count.DelayAsync(2)); await [|TG0312:all.First().GetAsync()|];",
        "var handle = flag ? await jobs.Count.DelayAsync(1) : await jobs.Keep.DelayAsync(1); await [|TG0312:handle.GetAsync()|];",
        "TaskHandle? handle = flag ? null : await jobs.Log.DelayAsync(1); await ([|TG0312:handle?.GetAsync()|] ?? Task.CompletedTask);",
        "await jobs.Log.DelayAsync(1).ContinueWith(t => [|TG0312:t.Result.GetAsync()|]);",
        "await [|TG0312:(await StartAsync(1)).GetAsync()|];",
        "await [|TG0312:(await AgainAsync(1)).GetAsync()|];",
        "await [|TG0312:(await Start(1)).GetAsync()|]; async Task<TaskHandle> Start(int id) => await jobs.Log.DelayAsync(id);"));

    [Fact]
    public Task Flags_a_task_of_a_referenced_assembly() => AnalyzerVerifier.VerifyAsync(
        """
        public sealed class Shop(JobsClient jobs)
        {
            public async Task<int> Run() => await [|TG0312:(await jobs.Count.DelayAsync(1)).GetAsync()|];
            public async Task<int> Keep() => await (await jobs.Keep.DelayAsync(1)).GetAsync();
        }
        """,
        ReferencedAssembly.Of(GeneratorHarness.Generate(GeneratorHarness.CompileAs("Orders", Declarations))));

    [Fact]
    public Task Leaves_what_is_stored() => AnalyzerVerifier.VerifyAsync(Program(
        "await (await jobs.Keep.DelayAsync(1)).GetAsync();",
        "var handle = await jobs.Log.DelayAsync(1); await handle.CancelAsync(); Console.WriteLine(handle.Id);",
        // The state of a dispatch with a key is stored.
        "var handle = await jobs.Ship.DelayAsync(1); await handle.GetAsync(); await handle.GetSnapshotAsync();",
        "var handle = await jobs.Log.With(new() { IdempotencyKey = \"a\" }).DelayAsync(1); await handle.GetAsync();",
        "await (await jobs.Log.With(options).DelayAsync(1)).GetAsync();",
        "var handle = await jobs.Count.With(new() { IdempotencyKey = \"a\" }).DelayAsync(1); await handle.GetSnapshotAsync();",
        // A canvas stores everything.
        "await (await client.DelayAsync(jobs.Count.Signature(1).Then(jobs.Count.Partial()))).GetAsync();",
        "await (await client.DelayAsync(Canvas.Group(jobs.Count.Signature(1), jobs.Count.Signature(2)))).GetAsync();",
        "await (await client.DelayAsync(jobs.Count.Signature(1).OnError(jobs.Log.Signature(1)))).GetAsync();"));

    [Fact]
    public Task Leaves_handles_that_can_be_of_another_task() => AnalyzerVerifier.VerifyAsync(Program(
        "await client.GetHandle<int>(TaskId.Parse(\"a\")).GetAsync();",
        "await kept.GetAsync();",
        "var handle = await jobs.Count.DelayAsync(1); handle = await jobs.Keep.DelayAsync(1); await handle.GetAsync();",
        "var all = await Task.WhenAll(ids.Select(id => jobs.Keep.DelayAsync(id))); await all[0].GetAsync();",
        "foreach (var handle in await jobs.Keep.DelayManyAsync(ids, id => new(id))) { await handle.GetAsync(); }",
        "await Task.WhenAll(ids.Select(async id => { await jobs.Log.DelayAsync(id); await kept.GetAsync(); }));"));

    [Fact]
    public Task Says_nothing_without_the_library() => AnalyzerVerifier.VerifyWithoutLibraryAsync(
        """
        using System.Threading.Tasks;
        public sealed class TaskHandle { public Task GetAsync() => Task.CompletedTask; }
        public sealed class C
        {
            [Task(IgnoreResult = true)] public void A() { }
            public TaskHandle DelayAsync() => new();
            public Task Run() => DelayAsync().GetAsync();
        }
        """);

    private static string Program(params string[] bodies) =>
        $$"""
        {{Declarations}}
        public sealed class Shop(JobsClient jobs, ITaskClient client, EnqueueOptions options, int[] ids, TaskHandle<int> kept, bool flag)
        {
        {{string.Concat(bodies.Select(Method))}}
            public object[] All => [jobs, client, options, ids, kept, flag];
            private async Task<TaskHandle> AgainAsync(int id)
            {
                try { return id > 9 ? await AgainAsync(id - 1) : await AgainAsync(id - 2); }
                catch (TaskBrokerException) { return await jobs.Log.DelayAsync(id); }
            }
            private async Task<TaskHandle<int>> StartAsync(int id) { await Task.Yield(); return await jobs.Count.DelayAsync(id); }
        }
        """;

    private static string Method(string body, int index) => $"    public async Task Run{index}() {{ {body} await Task.Yield(); }}\n";
}
