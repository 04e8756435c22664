using Generator.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using TaskGen.Testing;

namespace Generator.Tests.Faults;

/// <summary>G6, silence: mistakes in the code of a task or of its callers that were reported nowhere.</summary>
public sealed class FaultG6UsageTests
{
    /// <summary>Everything below fails when it is used after its disposal.</summary>
    private const string Declarations =
        """
        public sealed class Source
        {
            public bool IsDisposed { get; set; }
            public int Load(int id) => IsDisposed ? throw new ObjectDisposedException("source") : id;
        }
        public sealed record Page(string Title, IEnumerable<int> Items);
        public sealed class Jobs : IDisposable
        {
            private readonly Source _source = new();
            [Task] public IEnumerable<int> Query(int[] ids) => ids.Where(id => id > 1).Select(_source.Load);
            [Task] public IEnumerable<int> Syntax(int[] ids) => from id in ids where id > 1 select _source.Load(id);
            [Task] public Task<IEnumerable<int>> Completed(int[] ids) => Task.FromResult(ids.Skip(1).Select(_source.Load));
            [Task] public async Task<IEnumerable<int>> Awaited(int[] ids) { await Task.Yield(); return Read(ids); }
            [Task] public ValueTask<object> Untyped(int[] ids) => new(ids.Skip(1).Select(_source.Load));
            [Task] public Page Inside(int[] ids) => new("a", ids.Skip(1).Select(_source.Load));
            [Task] public (int, IEnumerable<int>) Pair(int[] ids) => (1, Read(ids));
            [Task] public IEnumerable<int>? Nothing(bool isKnown) => isKnown ? Read([1, 2]) : null;
            [Task(Retry = 1)] public IEnumerable<int> Fails(int[] ids) => ids.Select(Runs.Fail);
            public void Dispose() => _source.IsDisposed = true;
            private IEnumerable<int> Read(int[] ids) { foreach (var id in ids.Skip(1)) { yield return _source.Load(id); } }
        }
        public sealed class Later : IAsyncDisposable
        {
            private readonly Source _source = new();
            [Task] public IEnumerable<int> Query(int[] ids) => ids.Skip(1).Select(_source.Load);
            [Task] public async Task<List<IEnumerable<int>>> Nested(int[] ids)
            {
                await Task.Yield();
                return [ids.Skip(1).Select(_source.Load)];
            }
            public async ValueTask DisposeAsync() { await Task.Yield(); _source.IsDisposed = true; }
        }
        public sealed class Scoped : IDisposable
        {
            private bool _isDisposed;
            public int Load(int id) => _isDisposed ? throw new ObjectDisposedException("scoped") : id;
            public void Dispose() => _isDisposed = true;
        }
        public sealed class Users
        {
            [Task] public IEnumerable<int> Query(int[] ids, TaskContext context)
            {
                var scoped = (Scoped)context.Services.GetService(typeof(Scoped))!;
                return ids.Skip(1).Select(scoped.Load);
            }
        }
        public sealed class Ends : IDisposable
        {
            [Task] public int Run() => 1;
            public void Dispose() => throw new TimeoutException("not committed");
        }
        public static class Runs
        {
            public static int Count;
            public static int Fail(int id) => Count++ == 0 ? throw new TimeoutException("once") : id;
        }

        """;

    [Theory]
    [InlineData("await (await client.Jobs.Query.DelayAsync([1, 2])).GetAsync()", "2")]
    [InlineData("await (await client.Jobs.Syntax.DelayAsync([1, 2])).GetAsync()", "2")]
    [InlineData("await (await client.Jobs.Completed.DelayAsync([1, 2])).GetAsync()", "2")]
    [InlineData("await (await client.Jobs.Awaited.DelayAsync([1, 2])).GetAsync()", "2")]
    [InlineData("(await (await client.Jobs.Inside.DelayAsync([1, 2])).GetAsync()).Items", "2")]
    [InlineData("(await (await client.Jobs.Pair.DelayAsync([1, 2])).GetAsync()).Item2", "2")]
    [InlineData("(await (await client.Jobs.Nothing.DelayAsync(true)).GetAsync())!", "2")]
    [InlineData("await (await client.Later.Query.DelayAsync([1, 2])).GetAsync()", "2")]
    [InlineData("(await (await client.Later.Nested.DelayAsync([1, 2])).GetAsync())[0]", "2")]
    [InlineData("await (await client.Users.Query.DelayAsync([1, 2])).GetAsync()", "2")]
    public Task A_query_is_evaluated_before_the_instance_and_the_services_are_disposed_of(string read, string expected) =>
        RunAsync($"Check(string.Join(',', {read}) == \"{expected}\");");

    [Fact]
    public Task A_query_returned_as_an_object_is_evaluated_before_the_disposal() => RunAsync(
        "Check((await (await client.Jobs.Untyped.DelayAsync([1, 2])).GetAsync()).ToString() == \"[2]\");");

    [Fact]
    public Task A_result_of_null_stays_null_in_a_disposable_class() => RunAsync(
        "Check(await (await client.Jobs.Nothing.DelayAsync(false)).GetAsync() is null);");

    [Fact]
    public Task A_failure_inside_a_query_is_retried_like_any_other() => RunAsync(
        "Check(string.Join(',', await (await client.Jobs.Fails.DelayAsync([1, 2])).GetAsync()) == \"1,2\" && Runs.Count == 3);");

    [Fact]
    public Task A_disposal_that_fails_still_fails_the_attempt() => RunAsync(
        """
        try { await (await client.Ends.Run.DelayAsync()).GetAsync(); Check(false); }
        catch (TaskFailedException exception) { Check(exception.RemoteMessage == "not committed"); }
        """);

    [Fact]
    public Task A_query_of_a_disposable_class_works_and_is_not_flagged() => AnalyzerVerifier.VerifyAsync(
        Declarations.Replace("ValueTask<object> Untyped", "ValueTask<object> [|TG0103:Untyped|]", StringComparison.Ordinal));

    [Fact]
    public Task A_query_on_a_using_variable_is_flagged() => AnalyzerVerifier.VerifyAsync(
        """
        public sealed class Rows : IDisposable { public int Load(int id) => id; public void Dispose() { } }
        public sealed class Jobs
        {
            [Task] public IEnumerable<int> Run(int[] ids) { using var rows = new Rows(); return [|TG0313:ids.Select(rows.Load)|]; }
        }
        """);

    [Fact]
    public async Task A_query_on_a_using_variable_fails()
    {
        using var program = LoadedProgram.Of(ProgramSource.Of(
            """
            public sealed class Rows : IDisposable
            {
                private bool _isDisposed;
                public int Load(int id) => _isDisposed ? throw new ObjectDisposedException("rows") : id;
                public void Dispose() => _isDisposed = true;
            }
            public sealed class Jobs
            {
                [Task] public IEnumerable<int> Run(int[] ids) { using var rows = new Rows(); return ids.Select(rows.Load); }
            }
            """,
            """
            try { await (await client.Jobs.Run.DelayAsync([1])).GetAsync(); Check(false); }
            catch (TaskFailedException exception) { Check(exception.RemoteMessage.Contains("rows")); }
            """));
        await program.CallAsync(new InlineTaskClient(new ServiceCollection().BuildServiceProvider()));
    }

    [Fact]
    public Task A_retry_that_is_requested_without_retries_is_flagged() => AnalyzerVerifier.VerifyAsync(
        """
        public sealed class Jobs
        {
            [Task] public void Run() => throw [|TG0311:new TaskRetryException(TimeSpan.FromMinutes(1))|];
            [Task(Retry = 3)] public void Again() => throw new TaskRetryException(TimeSpan.FromMinutes(1));
        }
        """);

    [Fact]
    public Task A_result_that_is_ignored_and_awaited_is_flagged() => AnalyzerVerifier.VerifyAsync(
        """
        public sealed class Jobs { [Task(IgnoreResult = true)] public int Run() => 1; }
        public static class Caller
        {
            public static async Task<int> CallAsync(ITaskClient client) => await [|TG0312:(await client.Jobs.Run.DelayAsync()).GetAsync()|];
        }
        """);

    private static async Task RunAsync(string body)
    {
        using var program = LoadedProgram.Of(ProgramSource.Of(Declarations, body));
        var services = new ServiceCollection();
        services.AddScoped(program.Assembly.GetType("Scoped", throwOnError: true)!);
        await program.CallAsync(new InlineTaskClient(services.BuildServiceProvider()));
    }
}
