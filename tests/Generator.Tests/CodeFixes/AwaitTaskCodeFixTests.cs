using Generator.Tests.Support;
using TaskGen.CodeFixes;

namespace Generator.Tests.CodeFixes;

/// <summary>Awaits instead of blocking.</summary>
public sealed class AwaitTaskCodeFixTests
{
    [Fact]
    public Task Awaits_with_parentheses_only_where_they_are_needed() => CodeFixVerifier.VerifyAsync<AwaitTaskCodeFix>(
        "TG0301",
        """
        using TaskGen;

        internal sealed class Jobs(JobsClient jobs)
        {
            [Task]
            public async System.Threading.Tasks.Task<int> Run(System.Threading.CancellationToken cancellationToken)
            {
                var handle = jobs.Child.DelayAsync().Result;
                Load().Wait();
                Load().Wait(cancellationToken);
                System.Threading.Tasks.Task.WaitAll(Load(), Load());
                var length = jobs.Child.DelayAsync().Result.Id.ToString().Length;
                return await Load()
                    + handle.GetAsync().GetAwaiter().GetResult()
                    + Load().ConfigureAwait(false).GetAwaiter().GetResult()
                    + length;
            }

            [Task]
            public int Child() => 1;

            private static System.Threading.Tasks.Task<int> Load() => System.Threading.Tasks.Task.FromResult(1);
        }
        """,
        """
        using TaskGen;

        internal sealed class Jobs(JobsClient jobs)
        {
            [Task]
            public async System.Threading.Tasks.Task<int> Run(System.Threading.CancellationToken cancellationToken)
            {
                var handle = await jobs.Child.DelayAsync();
                await Load();
                await Load().WaitAsync(cancellationToken);
                await System.Threading.Tasks.Task.WhenAll(Load(), Load());
                var length = (await jobs.Child.DelayAsync()).Id.ToString().Length;
                return await Load()
                    + await handle.GetAsync()
                    + await Load().ConfigureAwait(false)
                    + length;
            }

            [Task]
            public int Child() => 1;

            private static System.Threading.Tasks.Task<int> Load() => System.Threading.Tasks.Task.FromResult(1);
        }
        """);

    [Theory]
    [InlineData("public int Run() => Load().Result;")]
    [InlineData("public async System.Threading.Tasks.Task<bool> Run() { await Load(); return Load().Wait(1000); }")]
    [InlineData("public async System.Threading.Tasks.Task<int> Run() { await Load(); lock (this) { return Load().Result; } }")]
    [InlineData(
        "public async System.Threading.Tasks.Task<int> Run() { await Load(); "
            + "return System.Threading.Tasks.Task.WaitAny(Load(), Load()); }")]
    public Task Offers_nothing_where_a_signature_would_have_to_change_or_await_says_something_else(string member) =>
        CodeFixVerifier.VerifyNoFixAsync<AwaitTaskCodeFix>(
            "TG0301",
            $$"""
            using TaskGen;
            internal sealed class Jobs
            {
                [Task] {{member}}
                private static System.Threading.Tasks.Task<int> Load() => System.Threading.Tasks.Task.FromResult(1);
            }
            """);
}
