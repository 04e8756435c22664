using Generator.Tests.Support;
using TaskGen.CodeFixes;

namespace Generator.Tests.CodeFixes;

/// <summary>Replaces a blocking call by an asynchronous one.</summary>
public sealed class AwaitCallCodeFixTests
{
    [Fact]
    public Task Awaits_what_takes_the_same_and_passes_the_token() => CodeFixVerifier.VerifyAsync<AwaitCallCodeFix>(
        "TG0302",
        """
        using System.IO;
        using System.Net.Http;
        using System.Threading;
        using TaskGen;

        internal sealed class Jobs(HttpClient http, SemaphoreSlim gate)
        {
            [Task]
            public async System.Threading.Tasks.Task Run(string path, CancellationToken cancellationToken)
            {
                Thread.Sleep(1000);
                var length = File.ReadAllText(path).Length;
                File.WriteAllText(contents: "a", path: path);
                gate.Wait(cancellationToken);
                gate.Wait();
                using var response = http.Send(new HttpRequestMessage(HttpMethod.Get, path));
                await System.Threading.Tasks.Task.Delay(length, cancellationToken);
            }
        }
        """,
        """
        using System.IO;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;
        using TaskGen;

        internal sealed class Jobs(HttpClient http, SemaphoreSlim gate)
        {
            [Task]
            public async System.Threading.Tasks.Task Run(string path, CancellationToken cancellationToken)
            {
                await Task.Delay(1000, cancellationToken);
                var length = (await File.ReadAllTextAsync(path, cancellationToken)).Length;
                await File.WriteAllTextAsync(contents: "a", path: path, cancellationToken: cancellationToken);
                await gate.WaitAsync(cancellationToken);
                await gate.WaitAsync(cancellationToken);
                using var response = await http.SendAsync(new HttpRequestMessage(HttpMethod.Get, path), cancellationToken);
                await System.Threading.Tasks.Task.Delay(length, cancellationToken);
            }
        }
        """);

    [Fact]
    public Task Awaits_without_a_token_where_there_is_none_and_takes_the_nearest() => CodeFixVerifier.VerifyAsync<AwaitCallCodeFix>(
        "TG0302",
        """
        using System.IO;
        using System.Threading.Tasks;
        using TaskGen;

        internal sealed class Jobs
        {
            [Task]
            public async Task Run(string[] paths) =>
                await Parallel.ForEachAsync(
                    paths, async (path, token) => await File.WriteAllTextAsync(path, File.ReadAllText(path), token));

            [Task]
            public async Task<string> Read(string path)
            {
                await Task.Yield();
                return File.ReadAllText(path);
            }

            [Task]
            public async Task<string> ReadWithContext(string path, TaskContext context)
            {
                await Task.Yield();
                return File.ReadAllText(path);
            }
        }
        """,
        """
        using System.IO;
        using System.Threading.Tasks;
        using TaskGen;

        internal sealed class Jobs
        {
            [Task]
            public async Task Run(string[] paths) =>
                await Parallel.ForEachAsync(
                    paths, async (path, token) => await File.WriteAllTextAsync(path, await File.ReadAllTextAsync(path, token), token));

            [Task]
            public async Task<string> Read(string path)
            {
                await Task.Yield();
                return await File.ReadAllTextAsync(path);
            }

            [Task]
            public async Task<string> ReadWithContext(string path, TaskContext context)
            {
                await Task.Yield();
                return await File.ReadAllTextAsync(path, context.CancellationToken);
            }
        }
        """);

    [Theory]
    [InlineData("public void Run() => System.Threading.Thread.Sleep(1000);")]
    [InlineData(
        "public async System.Threading.Tasks.Task Run(System.Threading.ManualResetEventSlim signal) { "
            + "await System.Threading.Tasks.Task.Yield(); signal.Wait(); }")]
    [InlineData(
        "public async System.Threading.Tasks.Task Run(System.IO.Stream stream) { "
            + "await System.Threading.Tasks.Task.Yield(); stream.ReadExactly(stackalloc byte[4]); }")]
    [InlineData(
        "public async System.Threading.Tasks.Task Run(System.IO.Stream? stream) { "
            + "await System.Threading.Tasks.Task.Yield(); stream?.Flush(); }")]
    public Task Offers_nothing_where_there_is_no_one_answer(string member) => CodeFixVerifier.VerifyNoFixAsync<AwaitCallCodeFix>(
        "TG0302", $"using TaskGen;\ninternal sealed class Jobs {{ [Task] {member} }}");
}
