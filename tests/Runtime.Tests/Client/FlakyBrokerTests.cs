using TaskGen.Brokers;

namespace TaskGen.Tests.Client;

public sealed class FlakyBrokerTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task With_a_broker_that_fails_at_random_no_task_is_lost_run_twice_or_failed_for_it(int seed)
    {
        const int Count = 1_000;
        FlakyBroker? broker = null;
        await using var host = new TestHost(decorate: (inner, _) => broker = new FlakyBroker(inner, seed));
        await host.StartWorkerAsync(4);
        await host.StartWorkerAsync(4);
        host.Script.Body = static (text, context) =>
        {
            context.Progress.Report(1, 1, text);
            return Task.FromResult(text);
        };
        broker!.Rate = 0.1;

        var handles = host.PumpAsync(Task.WhenAll(Enumerable.Range(0, 8).Select(async part =>
        {
            var made = new List<TaskHandle<string>>();
            for (var i = 0; i < Count / 8; i++)
            {
                made.Add(await DispatchAsync(host, $"{part}-{i}"));
            }

            return made;
        })));
        var all = (await handles).SelectMany(static made => made).ToList();
        var results = await host.PumpAsync(Task.WhenAll(all.Select(static handle => handle.GetAsync())));
        broker.Rate = 0;

        Assert.Equal(Count, results.Distinct().Count());
        Assert.Equal(Count, host.Script.Started.Count);
        Assert.Empty(await host.DeadLettersAsync());
        Assert.True(broker.Faults > 100, $"{broker.Faults} faults are too few to prove anything.");
        await host.PumpAsync(
            TestHost.UntilAsync(async () => await host.Broker.CountAsync("default", CancellationToken.None) is { Leased: 0, Pending: 0 })
                .ContinueWith(static _ => true));
        Assert.DoesNotContain(host.Logs.Lines, static line => line.StartsWith("Critical", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_dispatch_whose_reply_is_lost_is_repeated_under_the_same_number_and_made_once()
    {
        LosingBroker? broker = null;
        await using var host = new TestHost(decorate: (inner, _) => broker = new LosingBroker(inner) { Lost = 3 });

        await host.PumpAsync(host.DelayManyAsync<Profiles.Plain>(["a", "b"]));

        Assert.Equal(4, broker!.Numbers.Count);
        Assert.Single(broker.Numbers.Distinct());
        Assert.Equal(2, (await host.Broker.CountAsync("default", CancellationToken.None)).Pending);
    }

    [Fact]
    public async Task A_broker_that_never_answers_gives_the_ids_to_dispatch_again_with()
    {
        LosingBroker? broker = null;
        await using var host = new TestHost(decorate: (inner, _) => broker = new LosingBroker(inner) { Lost = 4 });
        var error = await host.PumpAsync(Assert.ThrowsAsync<TaskEnqueueUnknownException>(() => host.DelayAsync<Profiles.Plain>("x")));

        var handle = await host.DelayAsync<Profiles.Plain>("x", new EnqueueOptions { Id = Assert.Single(error.Ids) });

        Assert.Equal(error.Ids[0], handle.Id);
        Assert.Equal(1, (await host.Broker.CountAsync("default", CancellationToken.None)).Pending);
    }

    // What a careful caller does: an id of its own, and the same dispatch again until it is known to have arrived.
    private static async Task<TaskHandle<string>> DispatchAsync(TestHost host, string text)
    {
        var id = new TaskId(Guid.CreateVersion7(), "default");
        while (true)
        {
            try
            {
                return await host.DelayAsync<Profiles.Plain>(text, new EnqueueOptions { Id = id });
            }
            catch (Exception exception) when (exception is TaskBrokerException or TaskEnqueueUnknownException)
            {
                await Task.Yield();
            }
        }
    }

    private sealed class LosingBroker(IBroker inner) : DelegatingBroker(inner)
    {
        public int Lost { get; set; }

        public List<long> Numbers { get; } = [];

        public override async ValueTask<IReadOnlyList<EnqueueOutcome>> EnqueueAsync(
            string queue, EnqueueBatch batch, CancellationToken cancellationToken)
        {
            Numbers.Add(batch.Number);
            var outcomes = await base.EnqueueAsync(queue, batch, cancellationToken);
            return Lost-- > 0 ? throw new BrokerUnknownException("The reply was lost.") : outcomes;
        }
    }
}
