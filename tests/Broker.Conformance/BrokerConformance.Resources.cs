using System.Collections.Concurrent;
using TaskGen.Brokers;
using TaskGen.Servers;

namespace Broker.Conformance;

/// <content>Leases of resources. The resource bears the name of the queue, and neither notices the other.</content>
public abstract partial class BrokerConformance
{
    [Fact]
    [Covers(nameof(IBroker.AcquireAsync))]
    public async Task No_more_leases_are_granted_than_the_limit_allows()
    {
        var first = await AskAsync(NewHolder(), limit: 2);
        var second = await AskAsync(NewHolder(), limit: 2);
        var third = await AskAsync(NewHolder(), limit: 2);
        var fourth = await AskAsync(NewHolder(), limit: 2);

        Assert.Equal(
            [(true, 0), (true, 0), (false, 0), (false, 1)],
            new[] { first, second, third, fourth }.Select(static reply => (reply.Granted, reply.Before)));
    }

    [Fact]
    [Covers(nameof(IBroker.AcquireAsync))]
    [Covers(nameof(IBroker.ReleaseAsync))]
    public async Task Leases_are_granted_in_the_order_of_the_line()
    {
        var holder = await AcquireAsync();
        var (first, second) = (await AcquireAsync(), await AcquireAsync());

        await ReleaseAsync(holder);
        Assert.False((await AskAsync(second)).Granted);
        var late = await AskAsync(NewHolder());
        Assert.Equal((false, 2), (late.Granted, late.Before));
        Assert.True((await AskAsync(first)).Granted);
        await ReleaseAsync(first);
        Assert.True((await AskAsync(second)).Granted);
    }

    [Fact]
    [Covers(nameof(IBroker.AcquireAsync))]
    public async Task Those_behind_take_what_those_before_them_leave()
    {
        var (one, other) = (await AcquireAsync(limit: 3), await AcquireAsync(limit: 3));
        await AcquireAsync(limit: 3);
        var (first, second, third) = (await AcquireAsync(limit: 3), await AcquireAsync(limit: 3), await AcquireAsync(limit: 3));
        await ReleaseAsync(one);
        await ReleaseAsync(other);

        // Two are free: the second may come before the first has, since one is left for that, and the third must wait for both.
        Assert.False((await AskAsync(third, limit: 3)).Granted);
        Assert.True((await AskAsync(second, limit: 3)).Granted);
        Assert.False((await AskAsync(third, limit: 3)).Granted);
        Assert.True((await AskAsync(first, limit: 3)).Granted);
    }

    [Fact]
    [Covers(nameof(IBroker.AcquireAsync))]
    public async Task Asking_again_keeps_the_lease_or_the_place()
    {
        var (holder, waiter) = (await AcquireAsync(), await AcquireAsync());
        var behind = await AcquireAsync();

        Assert.True((await AskAsync(holder)).Granted);
        Assert.Equal((false, 0), ((await AskAsync(waiter)).Granted, (await AskAsync(waiter)).Before));
        Assert.Equal(1, (await AskAsync(behind)).Before);
        await ReleaseAsync(holder);
        Assert.True((await AskAsync(waiter)).Granted);
    }

    [Fact]
    [Covers(nameof(IBroker.ReleaseAsync))]
    public async Task A_release_that_is_repeated_or_of_nobody_frees_nothing_more()
    {
        var holder = await AcquireAsync(limit: 2);
        await AcquireAsync(limit: 2);
        var (first, second) = (await AcquireAsync(limit: 2), await AcquireAsync(limit: 2));

        await ReleaseAsync(holder);
        await ReleaseAsync(holder);
        await ReleaseAsync(Guid.NewGuid());

        Assert.True((await AskAsync(first, limit: 2)).Granted);
        Assert.False((await AskAsync(second, limit: 2)).Granted);
    }

    [Fact]
    [Covers(nameof(IBroker.ReleaseAsync))]
    public async Task Who_gives_up_leaves_the_line()
    {
        var (holder, quitter) = (await AcquireAsync(), await AcquireAsync());
        var behind = await AcquireAsync();

        await ReleaseAsync(quitter);
        Assert.Equal(0, (await AskAsync(behind)).Before);
        await ReleaseAsync(holder);

        Assert.True((await AskAsync(behind)).Granted);
    }

    [Fact]
    [Covers(nameof(IBroker.RenewResource))]
    public async Task A_renewal_says_who_holds_who_waits_and_who_is_next()
    {
        var (holder, waiter) = (await AcquireAsync(), await AcquireAsync());
        var behind = await AcquireAsync();
        Assert.Equal(
            [ResourceLeaseStatus.Holds, ResourceLeaseStatus.Waits, ResourceLeaseStatus.Waits, ResourceLeaseStatus.Lost],
            Renew(holder, waiter, behind, Guid.NewGuid()));

        await ReleaseAsync(holder);

        Assert.Equal([ResourceLeaseStatus.Lost, ResourceLeaseStatus.IsNext, ResourceLeaseStatus.Waits], Renew(holder, waiter, behind));
        Assert.Empty(Renew());
    }

    [Fact]
    [Covers(nameof(IBroker.RenewResource))]
    public async Task A_lease_that_is_not_renewed_goes_to_the_next_at_its_end_and_not_before()
    {
        var (silent, waiter) = (await AcquireAsync(), await AcquireAsync());
        await SilenceAsync(silent);
        var before = await AskAsync(waiter);
        await AdvanceAsync(LeaseTime - Step);
        Assert.False((await AskAsync(waiter)).Granted);

        await AdvanceAsync(Step);

        Assert.InRange(Assert.IsType<DateTimeOffset>(before.NextEnd) - before.Now, TimeSpan.FromTicks(1), LeaseTime);
        Assert.True((await AskAsync(waiter)).Granted);
        Assert.Equal([ResourceLeaseStatus.Lost, ResourceLeaseStatus.Holds], Renew(silent, waiter));
    }

    [Fact]
    [Covers(nameof(IBroker.RenewResource))]
    [Covers(nameof(IBroker.ReleaseAsync))]
    public async Task A_lease_that_ran_out_is_neither_renewed_nor_released_as_if_it_lived()
    {
        var (silent, waiter) = (await AcquireAsync(), await AcquireAsync());
        var behind = await AcquireAsync();
        await SilenceAsync(silent);
        await AdvanceAsync(LeaseTime);

        Assert.Equal([ResourceLeaseStatus.Lost], Renew(silent));
        Assert.True((await AskAsync(waiter)).Granted);
        await ReleaseAsync(silent);

        Assert.False((await AskAsync(behind)).Granted);
        Assert.Equal([ResourceLeaseStatus.Holds, ResourceLeaseStatus.Waits], Renew(waiter, behind));
    }

    [Fact]
    [Covers(nameof(IBroker.AcquireAsync))]
    public async Task A_waiter_that_is_silent_loses_its_place_and_blocks_nobody_for_longer()
    {
        var (holder, silent) = (await AcquireAsync(), await AcquireAsync());
        var behind = await AcquireAsync();
        await SilenceAsync(silent);
        await ReleaseAsync(holder);
        Assert.False((await AskAsync(behind)).Granted);

        await AdvanceAsync(LeaseTime);

        Assert.True((await AskAsync(behind)).Granted);
        Assert.Equal([ResourceLeaseStatus.Lost], Renew(silent));
    }

    [Fact]
    [Covers(nameof(IBroker.AcquireAsync))]
    public async Task The_lowest_limit_among_those_that_hold_and_wait_is_in_force()
    {
        var (first, second) = (await AcquireAsync(limit: 5), await AcquireAsync(limit: 5));
        var modest = await AskAsync(NewHolder(), limit: 2);
        Assert.False(modest.Granted);
        Assert.False((await AskAsync(NewHolder(), limit: 5)).Granted);
        await ReleaseAsync(Holders[2]);
        Assert.True((await AskAsync(Holders[3], limit: 5)).Granted);

        await ReleaseAsync(first);
        await ReleaseAsync(second);
        await ReleaseAsync(Holders[3]);
        var alone = NewHolder();
        Assert.True((await AskAsync(alone, limit: 1)).Granted);
        var many = NewHolder();
        Assert.False((await AskAsync(many, limit: 5)).Granted);
        await ReleaseAsync(alone);
        Assert.True((await AskAsync(many, limit: 5)).Granted);
        Assert.True((await AskAsync(NewHolder(), limit: 5)).Granted);
    }

    [Fact]
    [Covers(nameof(IBroker.AcquireAsync))]
    public async Task Many_that_ask_at_once_get_as_many_leases_as_there_are()
    {
        var holders = Enumerable.Range(0, 60).Select(_ => NewHolder()).ToList();

        var replies = await Task.WhenAll(holders.Select(holder => Task.Run(() => AskAsync(holder, limit: 7))));

        Assert.Equal(7, replies.Count(static reply => reply.Granted));
        Assert.Equal(7, Renew([.. holders]).Count(static status => status == ResourceLeaseStatus.Holds));
    }

    [Fact]
    [Covers(nameof(IBroker.ListenResourceAsync))]
    public async Task A_release_calls_those_who_are_next_and_nobody_else()
    {
        var called = new ConcurrentQueue<Guid>();
        await using var listener = await Broker.ListenResourceAsync(Queue, called.Enqueue, CancellationToken.None);
        var (holder, first) = (await AcquireAsync(), await AcquireAsync());
        var second = await AcquireAsync();
        Assert.Empty(called);

        await ReleaseAsync(holder);
        await Wait.UntilAsync(() => Task.FromResult(!called.IsEmpty), TimeSpan.FromSeconds(20), static () => "Nobody was called.");
        Assert.True((await AskAsync(first)).Granted);
        await ReleaseAsync(first);
        await Wait.UntilAsync(
            () => Task.FromResult(called.Count == 2), TimeSpan.FromSeconds(20), static () => "The second was not called.");

        Assert.Equal([first, second], called);
    }

    [Fact]
    [Covers(nameof(IBroker.ListenResourceAsync))]
    public async Task Whoever_finds_that_a_lease_has_ended_calls_those_who_are_next()
    {
        var called = new ConcurrentQueue<Guid>();
        await using var listener = await Broker.ListenResourceAsync(Queue, called.Enqueue, CancellationToken.None);
        var (silent, waiter) = (await AcquireAsync(), await AcquireAsync());
        await SilenceAsync(silent);
        await AdvanceAsync(LeaseTime);

        Renew(waiter);

        await Wait.UntilAsync(() => Task.FromResult(called.Contains(waiter)), TimeSpan.FromSeconds(20), static () => "Nobody was called.");
    }

    [Fact]
    [Covers(nameof(IBroker.ListenResourceAsync))]
    public async Task Who_listens_no_more_is_not_called()
    {
        var called = new ConcurrentQueue<Guid>();
        var before = new ConcurrentQueue<Guid>();
        await using (await Broker.ListenResourceAsync(Queue, before.Enqueue, CancellationToken.None))
        {
        }

        await using var listener = await Broker.ListenResourceAsync(Queue, called.Enqueue, CancellationToken.None);
        var holder = await AcquireAsync();
        await AcquireAsync();
        await ReleaseAsync(holder);

        await Wait.UntilAsync(() => Task.FromResult(!called.IsEmpty), TimeSpan.FromSeconds(20), static () => "Nobody was called.");
        Assert.Empty(before);
    }

    [Fact]
    [Covers(nameof(IBroker.AcquireAsync))]
    [Covers(nameof(IBroker.RenewResource))]
    [Covers(nameof(IBroker.ReleaseAsync))]
    [Covers(nameof(IBroker.ListenResourceAsync))]
    public async Task What_is_asked_of_a_resource_wrongly_is_refused()
    {
        const string bad = "gpu{0}";
        var request = new AcquireRequest(Guid.NewGuid(), 1, LeaseTime);

        var named = await Assert.ThrowsAsync<ArgumentException>(
            async () => await Broker.AcquireAsync(bad, request, CancellationToken.None));
        Assert.Contains("'gpu{0}' is not a valid resource name", named.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Broker.RenewResource(bad, [request.Holder], LeaseTime));
        await Assert.ThrowsAsync<ArgumentException>(async () => await Broker.ReleaseAsync(bad, request.Holder, CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentException>(
            async () => await Broker.ListenResourceAsync(bad, static _ => { }, CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            async () => await Broker.AcquireAsync(Queue, request with { Limit = 0 }, CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            async () => await Broker.AcquireAsync(Queue, request with { Lease = TimeSpan.Zero }, CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentException>(
            async () => await Broker.AcquireAsync(Queue, request with { Holder = Guid.Empty }, CancellationToken.None));
        Assert.Throws<ArgumentOutOfRangeException>(() => Broker.RenewResource(Queue, [request.Holder], TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => Broker.RenewResource(Queue, [.. Enumerable.Repeat(request.Holder, 201)], LeaseTime));
    }

    private protected async Task<AcquireReply> AskAsync(Guid holder, int limit = 1) =>
        await Broker.AcquireAsync(Queue, new AcquireRequest(holder, limit, LeaseTime), CancellationToken.None);

    private protected Guid NewHolder()
    {
        Holders.Add(Guid.NewGuid());
        return Holders[^1];
    }

    private protected async Task<Guid> AcquireAsync(int limit = 1)
    {
        var holder = NewHolder();
        await AskAsync(holder, limit);
        return holder;
    }

    private protected IReadOnlyList<ResourceLeaseStatus> Renew(params Guid[] holders) => Broker.RenewResource(Queue, holders, LeaseTime);

    private async Task ReleaseAsync(Guid holder) => await Broker.ReleaseAsync(Queue, holder, CancellationToken.None);
}
