using TaskGen.Brokers;

namespace TaskGen.Tests;

/// <summary>A host whose tasks share the resource "gpu" with the test itself.</summary>
internal sealed class ResourceHost : IAsyncDisposable
{
    public const string Gpu = "gpu";

    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(15);

    private ResourceBroker? _broker;

    public ResourceHost() => Host = new TestHost(decorate: (inner, _) => _broker = new ResourceBroker(inner));

    public TestHost Host { get; }

    public ResourceBroker Broker => _broker!;

    /// <summary>The heartbeat keeps real time: with this lease it beats ten times a second.</summary>
    public static void Quick(WorkerOptions options) => options.LeaseDuration = TimeSpan.FromSeconds(0.3);

    /// <summary>Somebody else asks for a lease.</summary>
    public async Task<AcquireReply> AskAsync(Guid stranger, int limit = 1) =>
        await Host.Broker.AcquireAsync(Gpu, new AcquireRequest(stranger, limit, Lease), CancellationToken.None);

    /// <summary>Somebody else has the only lease.</summary>
    public async Task<Guid> OccupyAsync()
    {
        var stranger = Guid.NewGuid();
        Assert.True((await AskAsync(stranger)).Granted);
        return stranger;
    }

    /// <summary>Somebody else gives it back.</summary>
    public async Task VacateAsync(Guid stranger) => await Host.Broker.ReleaseAsync(Gpu, stranger, CancellationToken.None);

    /// <summary>A task that waits, and stands in the line.</summary>
    public async Task<TaskHandle<string>> QueueUpAsync<TProfile>(string text)
        where TProfile : IProfile
    {
        var before = Broker.Holders.Count;
        var handle = await Host.DelayAsync<TProfile>(text);
        await TestHost.UntilAsync(
            () => Task.FromResult(Broker.Holders.Count > before && Status(Broker.Holders[^1]) == ResourceLeaseStatus.Waits));
        return handle;
    }

    public ResourceLeaseStatus Status(Guid holder) => Host.Broker.RenewResource(Gpu, [holder], Lease)[0];

    /// <summary>Waits until nobody holds the resource, waits for it or listens.</summary>
    public Task UntilUnusedAsync() => TestHost.UntilAsync(() => Task.FromResult(Host.Broker.Faults.CountResources() == 0));

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
