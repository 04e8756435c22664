using Generator.Tests.Support;

namespace Generator.Tests.Analyzers;

/// <summary>Catch clauses that swallow the cancellation of a soft time limit.</summary>
public sealed class TG0304Tests
{
    private const string Send = "try { await SendAsync(1, cancellationToken); } ";

    [Fact]
    public async Task Flags_a_catch_after_which_nothing_notices()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            Program(
                """
                foreach (var id in ids)
                {
                    try
                    {
                        await SendAsync(id, cancellationToken);
                    }
                    [|TG0304:catch (Exception exception)|]
                    {
                        Log(exception);
                    }
                }
                """,
                """
                try
                {
                    await SendAsync(1, cancellationToken);
                }
                [|TG0304:catch (OperationCanceledException)|]
                {
                }
                """,
                """
                using var source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                source.CancelAfter(1000);
                try
                {
                    await SendAsync(1, source.Token);
                }
                [|TG0304:catch (TaskCanceledException)|]
                {
                    Log("late");
                }
                """,
                """
                try
                {
                    await SendAsync(1, cancellationToken);
                }
                catch (InvalidOperationException)
                {
                    throw;
                }
                [|TG0304:catch|]
                {
                    return;
                }
                """));
        Assert.Contains("'Jobs.Run0' may swallow", messages[0], StringComparison.Ordinal);
        Assert.Contains("not OperationCanceledException", messages[0], StringComparison.Ordinal);
        Assert.Contains("Rethrow the exception, return", messages[1], StringComparison.Ordinal);
    }

    [Fact]
    public Task Flags_the_token_of_the_context_and_a_catch_that_only_leaves_a_loop() => AnalyzerVerifier.VerifyAsync(
        """
        public sealed class Jobs
        {
            [Task(SoftTimeLimitSeconds = 60)]
            public async Task Run(int[] ids, TaskContext context, CancellationToken cancellationToken)
            {
                cancellationToken.ThrowIfCancellationRequested();
                foreach (var id in ids)
                {
                    try
                    {
                        await Task.Delay(id, context.CancellationToken);
                    }
                    [|TG0304:catch (Exception)|]
                    {
                        break;
                    }
                }
            }
        }
        """);

    [Fact]
    public Task Leaves_a_catch_that_answers() => AnalyzerVerifier.VerifyAsync(
        Program(
            Send + "catch (Exception exception) { Log(exception); throw; }",
            Send + "catch (Exception exception) { throw new InvalidOperationException(\"a\", exception); }",
            Send + "catch (Exception exception) when (exception is not OperationCanceledException) { Log(exception); }",
            Send + "catch (OperationCanceledException) { throw; } catch (Exception exception) { Log(exception); }",
            Send + "catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested) { Log(1); }",
            Send + "catch (OperationCanceledException) { Log(\"stopped\"); return; }",
            "foreach (var id in ids) { try { await SendAsync(id, cancellationToken); } catch (OperationCanceledException) { break; } }",
            Send + "catch (Exception) { cancellationToken.ThrowIfCancellationRequested(); }",
            Send + "catch (Exception exception) { if (context.StopReason == StopReason.None) { Log(exception); } }",
            Send + "catch (Exception exception) { if (exception is OperationCanceledException) { return; } Log(exception); }",
            Send + "catch (HttpRequestException exception) { Log(exception); }",
            Send + "catch (Exception exception) { System.Runtime.ExceptionServices.ExceptionDispatchInfo.Capture(exception).Throw(); }"));

    [Fact]
    public Task Leaves_a_catch_where_something_else_is_canceled_too() => AnalyzerVerifier.VerifyAsync(
        Program(
            """
            foreach (var id in ids)
            {
                cancellationToken.ThrowIfCancellationRequested();
                try { await SendAsync(id, cancellationToken); } catch (Exception exception) { Log(exception); }
            }
            """,
            "while (!cancellationToken.IsCancellationRequested) { " + Send + "catch (Exception exception) { Log(exception); } }",
            """
            foreach (var id in ids)
            {
                try { await SendAsync(id, cancellationToken); } catch (Exception exception) { Log(exception); }
                await Task.Delay(1, cancellationToken);
            }
            """,
            Send + "catch (Exception exception) { Log(exception); } await SendAsync(2, cancellationToken);",
            """
            await Parallel.ForEachAsync(ids, cancellationToken, async (id, token) =>
            {
                try { await SendAsync(id, token); } catch (Exception exception) { Log(exception); }
            });
            """,
            """
            var errors = new List<Exception>();
            foreach (var id in ids)
            {
                try { await SendAsync(id, cancellationToken); } catch (Exception exception) { errors.Add(exception); }
            }
            if (errors.Count > 0) { throw new AggregateException(errors); }
            """));

    [Fact]
    public Task Leaves_code_that_has_no_token_and_tasks_that_have_no_soft_limit() => AnalyzerVerifier.VerifyAsync(
        """
        public sealed class Jobs
        {
            [Task(SoftTimeLimitSeconds = 60)]
            public async Task<string> Run(int id, CancellationToken cancellationToken)
            {
                await Task.Delay(id, cancellationToken);
                using var source = new CancellationTokenSource(1000);
                try
                {
                    await Task.Delay(1, source.Token);
                    await Task.Delay(1, CancellationToken.None);
                }
                catch (OperationCanceledException)
                {
                }

                try { await Task.Delay(1); } catch (Exception) { }

                try
                {
                    await Task.Delay(id, cancellationToken);
                    return "done";
                }
                catch (Exception exception)
                {
                    return exception.Message;
                }
            }

            [Task(TimeLimitSeconds = 60)]
            public async Task Hard(int id, CancellationToken cancellationToken)
            {
                try { await Task.Delay(id, cancellationToken); } catch (Exception) { }
            }
        }
        """);

    [Fact]
    public Task Says_nothing_without_the_library() => AnalyzerVerifier.VerifyWithoutLibraryAsync(
        """
        using System.Threading; using System.Threading.Tasks;
        public sealed class C
        {
            [Task(SoftTimeLimitSeconds = 1)]
            public async Task Run(CancellationToken token) { try { await Task.Delay(1, token); } catch { } }
        }
        """);

    private static string Program(params string[] bodies) =>
        $$"""
        using System.Net.Http;
        public sealed class Jobs
        {
        {{string.Concat(bodies.Select(Method))}}
            private static Task SendAsync(int id, CancellationToken token) => Task.Delay(id, token);
            private static void Log<T>(T what) => Console.WriteLine(what);
        }
        """;

    private static string Method(string body, int index) =>
        $$"""
            [Task(SoftTimeLimitSeconds = 60)]
            public async Task Run{{index}}(int[] ids, TaskContext context, CancellationToken cancellationToken)
            {
                {{body}}
            }

        """;
}
