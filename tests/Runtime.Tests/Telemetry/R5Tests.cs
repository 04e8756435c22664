using Microsoft.Extensions.Time.Testing;
using TaskGen.Brokers.Redis;

namespace TaskGen.Tests.Telemetry;

/// <summary>The test of a bell warns only if its message was published and not received (fault R5).</summary>
public sealed class R5Tests
{
    private readonly FakeTimeProvider _time = new();
    private readonly LogCollector _logs = new();

    [Fact]
    public async Task A_message_that_is_received_is_no_warning()
    {
        BellTest? test = null;
        test = new BellTest("q", (message, _) => Receive(message), _time, _logs);

        await test.RunAsync(CancellationToken.None).WaitAsync(TestHost.Patience);

        Assert.Empty(_logs.Lines);

        Task Receive(string message)
        {
            test!.OnMessage("w");
            test.OnMessage(message);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task A_message_that_is_not_received_is_one_warning_that_names_the_queue()
    {
        var run = new BellTest("q", static (_, _) => Task.CompletedTask, _time, _logs).RunAsync(CancellationToken.None);

        _time.Advance(TimeSpan.FromSeconds(11));
        await run.WaitAsync(TestHost.Patience);

        Assert.StartsWith(
            "Warning This process does not receive the notifications of queue q,", Assert.Single(_logs.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broker_that_is_away_and_a_subscription_that_ends_are_no_warning()
    {
        await new BellTest("q", static (_, _) => throw new TaskBrokerException("away"), _time, _logs).RunAsync(CancellationToken.None);
        await new BellTest("q", static (_, _) => Task.CompletedTask, _time, _logs).RunAsync(new CancellationToken(canceled: true));

        Assert.Empty(_logs.Lines);
    }
}
