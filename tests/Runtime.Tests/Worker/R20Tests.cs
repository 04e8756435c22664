using Microsoft.Extensions.DependencyInjection;

namespace TaskGen.Tests.Worker;

/// <summary>A service that throws while its scope is disposed fails the attempt (fault R20).</summary>
public sealed class R20Tests
{
    [Fact]
    public async Task A_failed_commit_in_a_disposal_fails_the_task()
    {
        await using var host = Host();
        await host.StartWorkerAsync(1);
        host.Script.Body = static (text, context) =>
        {
            context.Services.GetRequiredService<Session>().Failures = 1;
            return Task.FromResult(text);
        };

        var failure = await TestHost.FailureAsync(await host.DelayAsync<Profiles.Plain>("x"));

        Assert.Equal((typeof(IOException).FullName, "commit failed"), (failure.RemoteExceptionType, failure.RemoteMessage));
        Assert.Single(await host.DeadLettersAsync());
    }

    [Fact]
    public async Task The_attempt_is_retried_like_any_other_that_fails()
    {
        await using var host = Host();
        await host.StartWorkerAsync(1);
        host.Script.Body = static (text, context) =>
        {
            context.Services.GetRequiredService<Session>().Failures = context.Attempt == 1 ? 1 : 0;
            return Task.FromResult(text);
        };

        Assert.Equal("x", await host.PumpAsync(await host.DelayAsync<Profiles.Retrying>("x")));
        Assert.Equal(2, host.Script.Started.Count);
    }

    [Fact]
    public async Task The_exception_of_the_method_is_stored_if_both_throw()
    {
        await using var host = Host();
        await host.StartWorkerAsync(1);
        host.Script.Body = static (_, context) =>
        {
            context.Services.GetRequiredService<Session>().Failures = 1;
            throw new InvalidOperationException("the cause");
        };

        Assert.Equal("the cause", (await TestHost.FailureAsync(await host.DelayAsync<Profiles.Plain>("x"))).RemoteMessage);
        Assert.Contains(
            host.Logs.Lines,
            static line => line.StartsWith("Error Disposing", StringComparison.Ordinal)
                && line.Contains("commit failed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_snooze_whose_work_was_not_committed_is_a_failed_attempt()
    {
        await using var host = Host();
        await host.StartWorkerAsync(1);
        host.Script.Body = static (_, context) =>
        {
            context.Services.GetRequiredService<Session>().Failures = 1;
            throw new TaskSnoozeException(TimeSpan.FromMinutes(1));
        };

        Assert.Equal("commit failed", (await TestHost.FailureAsync(await host.DelayAsync<Profiles.Plain>("x"))).RemoteMessage);
    }

    private static TestHost Host() => new(services: static services => services.AddScoped<Session>());

    private sealed class Session : IAsyncDisposable
    {
        public int Failures { get; set; }

        public ValueTask DisposeAsync() => Failures > 0 ? throw new IOException("commit failed") : ValueTask.CompletedTask;
    }
}
