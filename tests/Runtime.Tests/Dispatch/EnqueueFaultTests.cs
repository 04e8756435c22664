using TaskGen.Brokers;

namespace TaskGen.Tests.Dispatch;

public sealed class EnqueueFaultTests
{
    [Fact]
    public async Task A_refusal_after_a_lost_reply_does_not_say_that_nothing_was_enqueued()
    {
        HookedBroker? broker = null;
        await using var host = new TestHost(decorate: (inner, _) => broker = new HookedBroker(inner));
        var calls = 0;
        broker!.OnEnqueue = async apply =>
        {
            if (Interlocked.Increment(ref calls) > 1)
            {
                throw new TaskBrokerException("The broker refused.");
            }

            await apply();
            throw new BrokerUnknownException("The reply was lost.");
        };

        await host.PumpAsync(Assert.ThrowsAsync<TaskEnqueueUnknownException>(() => host.DelayAsync<Profiles.Plain>("x")));

        Assert.Equal(2, calls);
        Assert.Equal(1, (await host.Broker.CountAsync("default", CancellationToken.None)).Pending);
    }
}
