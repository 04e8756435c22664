using TaskGen.Brokers;

namespace Broker.Conformance;

/// <content>Resources: lists of those that hold and of those that wait, looked through from end to end.</content>
internal sealed partial class ReferenceBroker
{
    private readonly List<ReferenceHold> _leases = [];
    private readonly List<ReferenceHold> _line = [];

    public ValueTask<AcquireReply> AcquireAsync(string resource, AcquireRequest request, CancellationToken cancellationToken)
    {
        var now = EndHolds();
        var hold = _leases.Concat(_line).FirstOrDefault(hold => hold.Holder == request.Holder);
        if (hold is null)
        {
            hold = new ReferenceHold { Holder = request.Holder };
            _line.Add(hold);
        }

        (hold.Limit, hold.EndsAt) = (request.Limit, EndOf(now, request.Lease));
        if (IsNext(hold))
        {
            _line.Remove(hold);
            _leases.Add(hold);
        }

        return ValueTask.FromResult(new AcquireReply(
            _leases.Contains(hold), Math.Max(0, _line.IndexOf(hold)), now, _leases.Concat(_line).Min(static hold => hold.EndsAt)));
    }

    public IReadOnlyList<ResourceLeaseStatus> RenewResource(string resource, IReadOnlyList<Guid> holders, TimeSpan lease)
    {
        var now = EndHolds();
        foreach (var hold in _leases.Concat(_line).Where(hold => holders.Contains(hold.Holder)))
        {
            hold.EndsAt = EndOf(now, lease);
        }

        return [.. holders.Select(StatusOf)];
    }

    public ValueTask ReleaseAsync(string resource, Guid holder, CancellationToken cancellationToken)
    {
        EndHolds();
        _leases.RemoveAll(hold => hold.Holder == holder);
        _line.RemoveAll(hold => hold.Holder == holder);
        return ValueTask.CompletedTask;
    }

    public ValueTask<IAsyncDisposable> ListenResourceAsync(string resource, Action<Guid> called, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    private ResourceLeaseStatus StatusOf(Guid holder)
    {
        if (_leases.Exists(hold => hold.Holder == holder))
        {
            return ResourceLeaseStatus.Holds;
        }

        if (_line.Find(hold => hold.Holder == holder) is not { } waits)
        {
            return ResourceLeaseStatus.Lost;
        }

        return IsNext(waits) ? ResourceLeaseStatus.IsNext : ResourceLeaseStatus.Waits;
    }

    private bool IsNext(ReferenceHold hold) =>
        _line.Contains(hold) && _leases.Count + _line.IndexOf(hold) < _leases.Concat(_line).Min(static other => other.Limit);

    private DateTimeOffset? EndOf(DateTimeOffset now, TimeSpan lease) => rules.HeartsBeatByCall ? now + lease : null;

    private DateTimeOffset EndHolds()
    {
        var now = time.GetUtcNow();
        _leases.RemoveAll(hold => hold.EndsAt <= now);
        _line.RemoveAll(hold => hold.EndsAt <= now);
        return now;
    }
}
