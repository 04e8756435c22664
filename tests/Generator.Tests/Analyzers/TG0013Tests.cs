using Generator.Tests.Support;

namespace Generator.Tests.Analyzers;

/// <summary>Cancellation tokens that are never read.</summary>
public sealed class TG0013Tests
{
    [Fact]
    public async Task Flags_a_token_that_nothing_reads_while_the_body_takes_its_time()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            """
            public interface IStore : IAsyncDisposable
            {
                Task CleanAsync();
                ValueTask<int> CountAsync();
                void Clean();
                IAsyncEnumerable<int> ReadAsync();
            }
            public sealed partial class Jobs(IStore store)
            {
                [Task] public async Task A(CancellationToken [|TG0013:cancellationToken|]) => await store.CleanAsync();
                [Task] public void B(int[] ids, CancellationToken [|TG0013:token|]) { foreach (var id in ids) store.Clean(); }
                [Task] public Task C(CancellationToken [|TG0013:token|]) => store.CleanAsync();
                [Task]
                public ValueTask<int> D(int a, CancellationToken [|TG0013:token|] = default) { store.Clean(); return store.CountAsync(); }
                [Task(SoftTimeLimitSeconds = 5)] public void E(CancellationToken [|TG0013:token|]) => store.Clean();
                [Task]
                public async Task F(TaskContext context, CancellationToken [|TG0013:token|]) { _ = context.Id; await store.CleanAsync(); }
                [Task] public async Task G(CancellationToken [|TG0013:token|]) { await using var other = store; }
                [Task]
                public async Task H(CancellationToken [|TG0013:token|]) { await foreach (var id in store.ReadAsync()) store.Clean(); }
                [Task] public partial Task I(CancellationToken token);
                public async partial Task I(CancellationToken [|TG0013:token|]) => await store.CleanAsync();
                [Task] public static async Task J([FromServices] IStore given, CancellationToken [|TG0013:token|])
                {
                    while (await given.CountAsync() > 0) { given.Clean(); }
                }
            }
            """);
        Assert.Contains(
            "'Jobs.A' never reads its cancellation token 'cancellationToken', so it may not respond to cancellation or shutdown. ",
            messages[0],
            StringComparison.Ordinal);
        Assert.Contains("may not respond to cancellation, shutdown, or its soft time limit. ", messages[4], StringComparison.Ordinal);
    }

    [Fact]
    public Task Leaves_a_token_that_is_read_alone() => AnalyzerVerifier.VerifyAsync(
        """
        public sealed class Jobs
        {
            [Task] public async Task A(CancellationToken token) => await Task.Delay(1, token);
            [Task] public void B(int[] ids, CancellationToken token) { foreach (var id in ids) { token.ThrowIfCancellationRequested(); } }
            [Task] public async Task C(CancellationToken token) { await Task.Yield(); await Inner(); Task Inner() => Task.Delay(1, token); }
            [Task] public async Task D(CancellationToken token)
            {
                using var both = CancellationTokenSource.CreateLinkedTokenSource(token);
                await Task.Delay(1, both.Token);
            }
            [Task] public Task E(CancellationToken token) => Task.Run(() => token.IsCancellationRequested);
        }
        """);

    [Fact]
    public Task Leaves_a_token_that_is_read_from_elsewhere_alone() => AnalyzerVerifier.VerifyAsync(
        """
        public sealed class Jobs
        {
            [Task] public async Task A(TaskContext context, CancellationToken token) => await Task.Delay(1, context.CancellationToken);
            [Task] public async Task B(TaskContext context, CancellationToken token)
            {
                while (context.StopReason == StopReason.None) { await Task.Yield(); }
            }
            [Task] public async Task C(TaskContext context, CancellationToken token) => await Helper(context);
            private static Task Helper(TaskContext context) => Task.Delay(1, context.CancellationToken);
        }
        public sealed class Built(CancellationToken stop)
        {
            [Task] public async Task A(CancellationToken token) => await Task.Delay(1, stop);
        }
        """);

    [Fact]
    public Task Leaves_bodies_that_take_no_time_alone() => AnalyzerVerifier.VerifyAsync(
        """
        public sealed class Jobs
        {
            [Task] public void A(CancellationToken token) { }
            [Task] public int B(int a, CancellationToken token) => a + 1;
            [Task] public Task<int> C(int a, CancellationToken token) => Task.FromResult(a);
            [Task] public Task D(CancellationToken token) => Task.CompletedTask;
            [Task] public Task E(CancellationToken token) => throw new NotImplementedException();
            [Task(SoftTimeLimitSeconds = 5)] public void F(CancellationToken token) { }
            [Task] public void G(List<int> a, CancellationToken token) { a.Add(1); a.Sort(); }
        }
        """);

    [Fact]
    public Task Leaves_discards_and_what_is_no_task_alone() => AnalyzerVerifier.VerifyAsync(
        """
        public sealed class Jobs
        {
            [Task] public async Task A(CancellationToken _) => await Task.Yield();
            public async Task B(CancellationToken token) => await Task.Yield();
            [Task] private async Task [|TG0001:C|](CancellationToken token) => await Task.Yield();
        }
        """);

    [Fact]
    public Task Says_nothing_without_the_library() => AnalyzerVerifier.VerifyWithoutLibraryAsync(
        """
        public sealed class C
        {
            [Task] public async System.Threading.Tasks.Task A(System.Threading.CancellationToken token) =>
                await System.Threading.Tasks.Task.Yield();
        }
        """);
}
