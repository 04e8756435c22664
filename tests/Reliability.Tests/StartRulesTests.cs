using System.Diagnostics;
using Reliability.Worker;
using TaskGen;

namespace Reliability.Tests;

/// <summary>A judge that finds nothing proves nothing.</summary>
public sealed class StartRulesTests
{
    private const int Killed = 10;
    private const int Other = 11;
    private static readonly Guid Task = Guid.Parse("0199f0a0-0000-7000-8000-000000000001");

    private readonly List<LedgerRecord> _ledger = [];

    [Fact]
    public void A_second_start_after_the_kill_of_the_first_starter_is_explained()
    {
        Add(LedgerEvent.Started, Killed, second: 1);
        Add(LedgerEvent.Started, Other, second: 3);
        Add(LedgerEvent.Ended, Other, second: 4);

        Assert.Empty(Judge(killedAt: 2));
    }

    [Fact]
    public void A_second_start_before_the_kill_is_not_explained()
    {
        Add(LedgerEvent.Started, Killed, second: 1);
        Add(LedgerEvent.Started, Other, second: 2);
        Add(LedgerEvent.Ended, Other, second: 4);

        Assert.Contains("without a reason", Assert.Single(Judge(killedAt: 3)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_kill_long_after_the_end_explains_no_second_start()
    {
        Add(LedgerEvent.Started, Killed, second: 1);
        Add(LedgerEvent.Ended, Killed, second: 2);
        Add(LedgerEvent.Started, Other, second: 30);
        Add(LedgerEvent.Ended, Other, second: 31);

        Assert.Contains("without a reason", Assert.Single(Judge(killedAt: 20)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_crash_that_costs_an_attempt_is_found()
    {
        Add(LedgerEvent.Started, Killed, second: 1);
        Add(LedgerEvent.Started, Other, second: 3, attempt: 2);
        Add(LedgerEvent.Ended, Other, second: 4, attempt: 2);

        Assert.Contains("without a reason", Assert.Single(Judge(killedAt: 2)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_retry_is_explained_and_a_repeat_of_an_attempt_that_ended_is_not()
    {
        Add(LedgerEvent.Started, Other, second: 1);
        Add(LedgerEvent.Threw, Other, second: 2);
        Add(LedgerEvent.Started, Other, second: 3, attempt: 2);
        Add(LedgerEvent.Ended, Other, second: 4, attempt: 2);
        Assert.Empty(Judge(killedAt: 9));

        Add(LedgerEvent.Started, Other, second: 5, attempt: 2);
        Assert.Single(Judge(killedAt: 9));
    }

    [Fact]
    public void A_task_without_an_end_is_lost()
    {
        Add(LedgerEvent.Started, Other, second: 1);

        Assert.Contains("lost", Assert.Single(Judge(killedAt: 2)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_task_that_nobody_dispatched_is_found()
    {
        Add(LedgerEvent.Started, Other, second: 1);

        var problems = new StartRules([], TimeSpan.FromSeconds(2)).Judge(_ledger, []);

        Assert.Contains("never dispatched", Assert.Single(problems), StringComparison.Ordinal);
    }

    private static long At(int second) => second * Stopwatch.Frequency;

    private void Add(LedgerEvent what, int process, int second, int attempt = 1) =>
        _ledger.Add(new LedgerRecord(what, StopReason.None, attempt, process, At(second), Task));

    private IReadOnlyList<string> Judge(int killedAt) =>
        new StartRules([new Kill(Killed, At(killedAt), At(killedAt))], TimeSpan.FromSeconds(2)).Judge(_ledger, [Task]);
}
