using System.Text;
using TaskGen.Brokers;
using TaskGen.Serialization;

namespace TaskGen.Tests.Worker;

public sealed class RetryTests
{
    [Fact]
    public async Task Attempts_and_the_last_error_are_visible_between_attempts_and_the_waits_are_those_of_the_policy()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(1);
        host.Script.Body = static (_, context) => throw new InvalidOperationException($"attempt {context.Attempt}");
        var handle = await host.DelayAsync<Profiles.Retrying>("x");

        for (var attempt = 1; attempt <= 3; attempt++)
        {
            var snapshot = await host.PumpUntilAsync(
                handle, s => s.State == TaskState.Retrying && s.Attempt == attempt, TimeSpan.FromMilliseconds(10));
            Assert.Equal(4, snapshot.MaxAttempts);
            Assert.Equal("System.InvalidOperationException", snapshot.Failure!.ExceptionType);
            Assert.Equal($"attempt {attempt}", snapshot.Failure.Message);
            Assert.Equal(TaskState.Retrying, snapshot.Failure.State);
            var wait = (snapshot.DueAt!.Value - snapshot.StartedAt!.Value).TotalSeconds;
            Assert.InRange(wait, Math.Pow(2, attempt - 1) * 1.1, (Math.Pow(2, attempt - 1) * 1.3) + 0.5);
        }

        var failure = await host.PumpFailureAsync(handle);
        Assert.Equal(TaskState.Failed, failure.State);
        Assert.Equal(4, failure.Attempts);
        Assert.Equal("attempt 4", failure.RemoteMessage);
        Assert.Contains(nameof(RetryTests), failure.RemoteStackTrace, StringComparison.Ordinal);
        Assert.Equal(4, host.Script.Started.Count);
    }

    [Fact]
    public async Task After_the_last_attempt_the_raw_bytes_stand_in_the_dead_letters_with_the_reason()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(1);
        host.Script.Body = static (_, _) => throw new InvalidOperationException("no");
        var handle = await host.DelayAsync<Profiles.Retrying>("payload");
        await host.PumpFailureAsync(handle);

        var letter = Assert.Single(await host.DeadLettersAsync());

        Assert.Equal(DeadLetterReasons.RetriesExhausted, letter.Reason);
        Assert.Equal(handle.Id.Value, letter.Key.Id);
        Assert.True(EnvelopeCodec.TryDecode(letter.Envelope, out var envelope, out _));
        Assert.Equal("""{"text":"payload"}""", Encoding.UTF8.GetString(envelope.Arguments.Span));
        Assert.Equal(
            ("System.InvalidOperationException", "no"),
            (FailureCodec.Read(letter.Failure).Type, FailureCodec.Read(letter.Failure).Message));
    }

    [Fact]
    public async Task A_task_that_waits_for_its_retry_holds_no_slot()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(1);
        host.Script.Body = static (text, _) => text == "fails" ? throw new InvalidOperationException() : Task.FromResult(text);
        var failing = await host.DelayAsync<Profiles.Retrying>("fails");
        await TestHost.UntilAsync(failing, TaskState.Retrying);

        var other = await host.DelayAsync<Profiles.Plain>("other");

        Assert.Equal("other", await TestHost.ResultAsync(other));
        Assert.Equal(TaskState.Retrying, (await failing.GetSnapshotAsync()).State);
        Assert.Equal(1, (await host.Broker.CountAsync("default", CancellationToken.None)).Delayed);
    }

    [Fact]
    public async Task Only_exceptions_of_the_policy_are_retried()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(1);
        host.Script.Body = static (text, _) => throw (text == "http" ? new HttpRequestException("h") : new FormatException("f"));

        var given = await host.PumpFailureAsync(await host.DelayAsync<Profiles.Picky>("format"));
        var retried = await host.PumpFailureAsync(await host.DelayAsync<Profiles.Picky>("http"));

        Assert.Equal(1, given.Attempts);
        Assert.Equal(3, retried.Attempts);
        Assert.Equal(
            [DeadLetterReasons.RetriesExhausted, DeadLetterReasons.NotRetryable],
            (await host.DeadLettersAsync()).Select(static letter => letter.Reason));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2, 3)]
    public async Task A_dispatch_can_ask_for_other_retries_than_declared(int retry, int attempts)
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(1);
        host.Script.Body = static (_, _) => throw new InvalidOperationException();

        var failure = await host.PumpFailureAsync(await host.DelayAsync<Profiles.Retrying>("x", new EnqueueOptions { Retry = retry }));
        var plain = await host.PumpFailureAsync(await host.DelayAsync<Profiles.Plain>("x", new EnqueueOptions { Retry = retry }));

        Assert.Equal(attempts, failure.Attempts);
        Assert.Equal(attempts, plain.Attempts);
    }

    [Fact]
    public async Task TaskRetryException_waits_exactly_as_long_as_it_says_and_costs_an_attempt()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(1);
        host.Script.Body = static (_, _) => throw new TaskRetryException(TimeSpan.FromHours(5), "not yet");
        var handle = await host.DelayAsync<Profiles.Retrying>("x", new EnqueueOptions { Retry = 1 });

        var snapshot = await TestHost.UntilAsync(handle, TaskState.Retrying);
        Assert.Equal(host.Time.GetUtcNow() + TimeSpan.FromHours(5), snapshot.DueAt);
        Assert.Equal("not yet", snapshot.Failure!.Message);

        var failure = await host.PumpFailureAsync(handle, TimeSpan.FromMinutes(10));
        Assert.Equal(2, failure.Attempts);
        Assert.Equal(DeadLetterReasons.RetriesExhausted, Assert.Single(await host.DeadLettersAsync()).Reason);
    }

    [Fact]
    public async Task TaskSnoozeException_costs_no_attempt_however_often_it_is_thrown()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(1);
        var runs = 0;
        host.Script.Body = (_, context) => ++runs < 20
            ? throw new TaskSnoozeException(TimeSpan.FromMinutes(1))
            : Task.FromResult($"attempt {context.Attempt}");
        var handle = await host.DelayAsync<Profiles.Plain>("x");
        Assert.Equal(host.Time.GetUtcNow() + TimeSpan.FromMinutes(1), (await TestHost.UntilAsync(handle, TaskState.Scheduled)).DueAt);

        Assert.Equal("attempt 1", await host.PumpAsync(handle.GetAsync(), TimeSpan.FromSeconds(10)));

        Assert.Equal(20, runs);
    }

    [Fact]
    public async Task TaskRejectedException_goes_straight_to_the_dead_letters()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(1);
        host.Script.Body = static (_, _) => throw new TaskRejectedException("never");
        var handle = await host.DelayAsync<Profiles.Retrying>("x");

        var failure = await TestHost.FailureAsync(handle);

        Assert.Equal(1, failure.Attempts);
        Assert.Equal("never", failure.RemoteMessage);
        Assert.Equal(DeadLetterReasons.Rejected, Assert.Single(await host.DeadLettersAsync()).Reason);
    }

    [Fact]
    public async Task A_handler_that_cancels_itself_without_being_asked_has_failed_and_is_retried()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(1);
        host.Script.Body = static (text, context) => context.Attempt == 1 ? throw new OperationCanceledException() : Task.FromResult(text);

        Assert.Equal("x", await host.PumpAsync(await host.DelayAsync<Profiles.Retrying>("x")));
    }
}
