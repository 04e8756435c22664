using TaskGen.Brokers;
using TaskGen.Serialization;

namespace TaskGen.Tests.Worker;

public sealed class HardToTellFailureTests
{
    public static TheoryData<int, string> Texts => new()
    {
        { 10_000_000, "a" },
        { 100_000, "€" },
        { 50_000, "😀" },
        { 10_000, "\uD83D" },
        { 20_000, "\0\"\\\n" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_huge_message_is_cut_to_the_limit_and_can_be_read_back(int count, string text)
    {
        var message = string.Concat(Enumerable.Repeat(text, count));

        var written = FailureCodec.Write("Some.Type", message, message);
        var (type, read, stack) = FailureCodec.Read(written);

        Assert.Equal("Some.Type", type);
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(type + read + stack), 100, FailureCodec.MaxBytes + 64);
        Assert.EndsWith("(cut)", read, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_task_that_fails_with_a_message_of_megabytes_fails_with_what_fits()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(1);
        host.Script.Body = static (_, _) => throw new InvalidOperationException(new string('m', 5_000_000));

        var failure = await TestHost.FailureAsync(await host.DelayAsync<Profiles.Plain>("x"));

        Assert.InRange(failure.RemoteMessage.Length, 1_000, FailureCodec.MaxBytes);
        Assert.InRange(Assert.Single(await host.DeadLettersAsync()).Failure.Length, 1_000, FailureCodec.MaxBytes + 256);
    }

    [Fact]
    public async Task A_stack_of_a_thousand_frames_is_cut_and_keeps_its_top()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(1);
        host.Script.Body = static (_, _) => Task.FromResult($"{Deep(1_000)}");

        var failure = await TestHost.FailureAsync(await host.DelayAsync<Profiles.Plain>("x"));

        Assert.Contains(nameof(Deep), failure.RemoteStackTrace, StringComparison.Ordinal);
        Assert.InRange(failure.RemoteStackTrace!.Length, 1_000, FailureCodec.MaxBytes);
    }

    [Fact]
    public async Task An_exception_whose_message_throws_costs_its_task_and_not_the_slot()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(1);
        host.Script.Body = static (text, _) => text == "bad" ? throw new UnspeakableException() : Task.FromResult(text);
        var bad = await host.DelayAsync<Profiles.Plain>("bad");

        var failure = await TestHost.FailureAsync(bad);

        Assert.Contains(nameof(UnspeakableException), failure.RemoteExceptionType, StringComparison.Ordinal);
        Assert.Equal("good", await TestHost.ResultAsync(await host.DelayAsync<Profiles.Plain>("good")));
        Assert.Equal(DeadLetterReasons.RetriesExhausted, Assert.Single(await host.DeadLettersAsync()).Reason);
    }

    [Fact]
    public async Task An_exception_with_no_message_at_all_costs_its_task_and_not_the_slot()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(1);
        host.Script.Body = static (text, _) => text == "bad" ? throw new SilentException() : Task.FromResult(text);

        await TestHost.FailureAsync(await host.DelayAsync<Profiles.Plain>("bad"));

        Assert.Equal("good", await TestHost.ResultAsync(await host.DelayAsync<Profiles.Plain>("good")));
    }

    private static int Deep(int depth) => depth == 0 ? throw new InvalidOperationException("deep") : Deep(depth - 1) + 1;

    private sealed class UnspeakableException : Exception
    {
        public override string Message => throw new NotSupportedException("It cannot be told.");
    }

    private sealed class SilentException : Exception
    {
        public override string Message => null!;
    }
}
