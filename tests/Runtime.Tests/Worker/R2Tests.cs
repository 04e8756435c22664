using System.Text;
using TaskGen.Serialization;

namespace TaskGen.Tests.Worker;

/// <summary>A failure keeps the types and messages of the inner exceptions, within its limit (fault R2).</summary>
public sealed class R2Tests
{
    [Fact]
    public async Task The_caller_and_the_dead_letter_have_the_whole_chain()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(1);
        host.Script.Body = static (_, _) => throw new InvalidOperationException(
            "See the inner exception.", new IOException("The disk is full.", new TimeoutException("10 s")));

        var failure = await TestHost.FailureAsync(await host.DelayAsync<Profiles.Plain>("x"));

        const string Inner = "System.IO.IOException: The disk is full. ---> System.TimeoutException: 10 s";
        Assert.Equal(("See the inner exception.", Inner), (failure.RemoteMessage, failure.Failure.InnerExceptions));
        Assert.EndsWith($": See the inner exception. ---> {Inner}", failure.Message, StringComparison.Ordinal);
        Assert.Equal(Inner, FailureCodec.ReadInner(Assert.Single(await host.DeadLettersAsync()).Failure));
    }

    [Fact]
    public void A_failure_that_is_passed_to_another_task_keeps_its_inner_exceptions()
    {
        var failure = new TaskFailure(new TaskId(Guid.CreateVersion7(), "q"), "n", "T", "m", null, 1, TaskState.Failed)
        {
            InnerExceptions = "System.TimeoutException: 10 s",
        };

        Assert.Equal(failure, FailureCodec.ReadWhole(FailureCodec.Write(failure)));
    }

    [Fact]
    public void All_exceptions_of_an_aggregate_exception_are_described()
    {
        var exception = new AggregateException(
            "Two failed.", new IOException("a", new FormatException("b")), new AggregateException("More.", new TimeoutException("c")));

        Assert.Equal(
            "System.IO.IOException: a ---> System.FormatException: b ---> System.AggregateException: More. (c)"
            + " ---> System.TimeoutException: c",
            FailureCodec.ReadInner(FailureCodec.Write(exception)));
    }

    [Fact]
    public void The_innermost_exception_is_cut_last()
    {
        var exception = new InvalidOperationException(
            new string('o', 5_000), new IOException(new string('m', 5_000), new TimeoutException("the cause " + new string('c', 3_000))));

        var json = FailureCodec.Write(exception);
        var (message, inner) = (FailureCodec.Read(json).Message, FailureCodec.ReadInner(json)!);

        Assert.StartsWith("ooo", message, StringComparison.Ordinal);
        Assert.StartsWith("System.IO.IOException: mmm", inner, StringComparison.Ordinal);
        Assert.EndsWith("the cause " + new string('c', 3_000), inner, StringComparison.Ordinal);
        Assert.InRange(Encoding.UTF8.GetByteCount(message + inner), 4_000, FailureCodec.MaxBytes / 2);
    }

    [Theory]
    [InlineData("m", 1)]
    [InlineData("ä", 2)]
    [InlineData("€", 3)]
    [InlineData("😀", 4)]
    public void A_message_just_over_the_limit_loses_only_its_end(string text, int bytes)
    {
        var message = FailureCodec.Read(FailureCodec.Write(
            new InvalidOperationException(string.Concat(Enumerable.Repeat(text, (4_096 / bytes) + 1))))).Message;

        Assert.EndsWith("... (cut)", message, StringComparison.Ordinal);
        Assert.InRange(Encoding.UTF8.GetByteCount(message), 4_096 - 4, 4_096);
        Assert.DoesNotContain('\uFFFD', message);
    }

    [Fact]
    public void A_chain_of_a_hundred_thousand_exceptions_keeps_both_ends()
    {
        var exception = new InvalidOperationException("innermost");
        for (var i = 0; i < 100_000; i++)
        {
            exception = new InvalidOperationException($"{i}", exception);
        }

        var inner = FailureCodec.ReadInner(FailureCodec.Write(exception));

        Assert.StartsWith("System.InvalidOperationException: 99998 ---> ", inner, StringComparison.Ordinal);
        Assert.EndsWith(": innermost", inner, StringComparison.Ordinal);
    }

    [Fact]
    public void Inner_messages_are_redacted_before_they_are_cut()
    {
        var exception = new InvalidOperationException("outer", new IOException("the key is s3cret"));

        var json = FailureCodec.Write(exception, static text => text.Replace("s3cret", "***", StringComparison.Ordinal));

        Assert.Equal("System.IO.IOException: the key is ***", FailureCodec.ReadInner(json));
    }
}
