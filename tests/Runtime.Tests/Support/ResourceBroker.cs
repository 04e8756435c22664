using System.Collections.Concurrent;
using TaskGen.Brokers;

namespace TaskGen.Tests;

/// <summary>Notes what is asked of resources, and does to it what a test wants.</summary>
internal sealed class ResourceBroker(IBroker inner) : DelegatingBroker(inner)
{
    private readonly ConcurrentQueue<Guid> _asked = new();
    private readonly ConcurrentQueue<Guid> _released = new();
    private int _listening;
    private int _listened;

    /// <summary>What becomes of a reply to a wish for a lease.</summary>
    public Func<AcquireReply, AcquireReply> OnAcquired { get; set; } = static reply => reply;

    /// <summary>Called before a renewal.</summary>
    public Action OnRenew { get; set; } = static () => { };

    /// <summary>Called before a release.</summary>
    public Action OnRelease { get; set; } = static () => { };

    /// <summary>Whether calls are lost.</summary>
    public bool LosesCalls { get; set; }

    /// <summary>Who asked for a lease, each once, in order.</summary>
    public IReadOnlyList<Guid> Holders => [.. _asked.Distinct()];

    public int Asked => _asked.Count;

    /// <summary>Who gave a lease or a place back.</summary>
    public IReadOnlyList<Guid> Released => [.. _released];

    public int Listening => Volatile.Read(ref _listening);

    public int Listened => Volatile.Read(ref _listened);

    public override async ValueTask<AcquireReply> AcquireAsync(string resource, AcquireRequest request, CancellationToken cancellationToken)
    {
        var reply = await base.AcquireAsync(resource, request, cancellationToken);
        _asked.Enqueue(request.Holder);
        return OnAcquired(reply);
    }

    public override IReadOnlyList<ResourceLeaseStatus> RenewResource(string resource, IReadOnlyList<Guid> holders, TimeSpan lease)
    {
        OnRenew();
        return base.RenewResource(resource, holders, lease);
    }

    public override async ValueTask ReleaseAsync(string resource, Guid holder, CancellationToken cancellationToken)
    {
        OnRelease();
        await base.ReleaseAsync(resource, holder, cancellationToken);
        _released.Enqueue(holder);
    }

    public override async ValueTask<IAsyncDisposable> ListenResourceAsync(
        string resource, Action<Guid> called, CancellationToken cancellationToken)
    {
        var listener = await base.ListenResourceAsync(resource, holder => Pass(holder, called), cancellationToken);
        Interlocked.Increment(ref _listening);
        Interlocked.Increment(ref _listened);
        return new Listener(this, listener);
    }

    private void Pass(Guid holder, Action<Guid> called)
    {
        if (!LosesCalls)
        {
            called(holder);
        }
    }

    private sealed class Listener(ResourceBroker broker, IAsyncDisposable inner) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            Interlocked.Decrement(ref broker._listening);
            return inner.DisposeAsync();
        }
    }
}
