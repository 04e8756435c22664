using TaskGen.Brokers;

namespace TaskGen.Tests;

/// <summary>Loses every hint of one kind: what it keeps is right, but nobody is told.</summary>
internal sealed class MutedBroker(IBroker inner, bool watches, bool bells) : DelegatingBroker(inner)
{
    public override ValueTask<IBrokerWatch> WatchAsync(Action<TaskId> changed, CancellationToken cancellationToken) =>
        base.WatchAsync(watches ? static _ => { } : changed, cancellationToken);

    public override ValueTask<IAsyncDisposable> ListenAsync(string queue, Action<BellReason> ring, CancellationToken cancellationToken) =>
        base.ListenAsync(queue, bells ? static _ => { } : ring, cancellationToken);
}
