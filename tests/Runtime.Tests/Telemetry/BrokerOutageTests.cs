using Microsoft.Extensions.Time.Testing;
using TaskGen.Telemetry;

namespace TaskGen.Tests.Telemetry;

/// <summary>One line when calls start to fail, and one when all of them succeed again.</summary>
public sealed class BrokerOutageTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly LogCollector _logs = new();
    private readonly BrokerOutage _outage;

    public BrokerOutageTests() => _outage = new BrokerOutage(_logs, _time);

    [Fact]
    public void Many_failures_of_many_calls_are_one_line()
    {
        for (var i = 0; i < 10; i++)
        {
            _outage.OnFailed($"call {i % 3}", new TaskBrokerException("Redis at localhost:6379 could not be reached."));
        }

        Assert.StartsWith(
            "Warning The broker is not available: Redis at localhost:6379 could not be reached. TaskGen", Assert.Single(_logs.Lines),
            StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_over_when_the_last_call_succeeds_and_calls_that_did_not_fail_say_nothing()
    {
        _outage.OnSucceeded("c");
        _outage.OnFailed("a", new TaskBrokerException("x"));
        _outage.OnFailed("b", new TaskBrokerException("x"));
        _outage.OnSucceeded("a");
        _outage.OnSucceeded("c");
        Assert.Single(_logs.Lines);

        _time.Advance(TimeSpan.FromSeconds(61.2345));
        _outage.OnSucceeded("b");
        _outage.OnSucceeded("b");

        Assert.Equal(2, _logs.Lines.Count);
        Assert.StartsWith("Information The broker is available again after 61.2 s.", _logs.Lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_call_that_is_no_longer_repeated_neither_delays_the_end_nor_hides_the_next_outage()
    {
        _outage.OnFailed("given up", new TaskBrokerException("x"));
        _outage.OnFailed("a", new TaskBrokerException("x"));
        _time.Advance(TimeSpan.FromMinutes(3));
        _outage.OnFailed("a", new TaskBrokerException("y"));
        _outage.OnSucceeded("a");
        _outage.OnFailed("a", new TaskBrokerException("z"));

        Assert.Equal(
            ["x", "y", "again", "z"],
            _logs.Lines.Select(static line => line.Split([": ", ". ", "available "], 0)[1].Split(' ')[0]));
    }

    [Fact]
    public void An_unexpected_exception_is_logged_with_its_stack_trace()
    {
        _outage.OnFailed("a", new InvalidCastException("odd"));

        Assert.Contains("InvalidCastException", Assert.Single(_logs.Lines), StringComparison.Ordinal);
    }
}
