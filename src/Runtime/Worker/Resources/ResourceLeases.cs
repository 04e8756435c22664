using System.Diagnostics;
using Microsoft.Extensions.Logging;
using TaskGen.Brokers;

namespace TaskGen;

/// <summary>
/// All leases of resources that the tasks of this worker hold or wait for. A wait gives the concurrency slot back and is woken by a call of the broker; the heartbeat renews
/// leases and places alike, and makes good for calls that were lost.
/// </summary>
internal sealed class ResourceLeases(IBroker broker, WorkerOptions options, TimeProvider time, Chance chance, ILogger logger)
{
    private const int Page = 200;
    private const int ReleaseAttempts = 2;

    /// <summary>No broker is asked more often, whatever its clock says.</summary>
    private static readonly TimeSpan LeastWait = TimeSpan.FromMilliseconds(50);

    /// <summary>So that a lease is asked for when it has ended and not a moment before.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(5);

    private static readonly TimeSpan FirstErrorWait = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestErrorWait = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, ResourceLease> _leases = [];
    private readonly Dictionary<string, ResourceLine> _lines = new(StringComparer.Ordinal);
    private TaskCompletionSource? _idle;

    /// <summary>Takes a lease for an execution, which has to wait its turn. Whatever the execution does not give back is given back when it ends.</summary>
    /// <exception cref="OperationCanceledException">A token was canceled, or the execution has ended meanwhile.</exception>
    public async ValueTask<IAsyncDisposable> AcquireAsync(TaskExecution execution, string resource, int limit, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        execution.CancellationToken.ThrowIfCancellationRequested();
        var request = new AcquireRequest(TaskIds.New(time, hasRecord: true), limit, options.LeaseDuration);
        var lease = new ResourceLease(this, execution, resource, request);
        execution.Add(lease);
        lock (_lock)
        {
            _leases.Add(lease.Holder, lease);
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(execution.CancellationToken, cancellationToken, lease.GivenUp);
        var acquired = false;
        try
        {
            if (await AskAsync(lease, FirstErrorWait, stop.Token).ConfigureAwait(false) is not null)
            {
                await ParkedAsync(lease, stop.Token).ConfigureAwait(false);
            }

            acquired = lease.IsHeld;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException($"The wait for resource '{resource}' was canceled.", cancellationToken);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Thrown below, by the token that the task knows.
        }
        finally
        {
            if (!acquired)
            {
                // In the line, or granted when nobody waited any more.
                lease.TryLose();
                _ = ReleaseAsync(lease);
            }
        }

        return acquired ? lease : throw new OperationCanceledException($"The task stopped while it waited for resource '{resource}'.", execution.CancellationToken);
    }

    /// <summary>Renews all that is held and waited for. Runs on the heartbeat's own thread and waits for nothing but the broker.</summary>
    /// <returns>Whether the broker answered.</returns>
    public bool Beat()
    {
        List<ResourceLease> leases;
        lock (_lock)
        {
            leases = [.. _leases.Values.Where(static lease => !lease.HasEnded)];
        }

        var answered = true;
        foreach (var resource in leases.GroupBy(static lease => lease.Resource))
        {
            answered &= resource.Chunk(Page).All(page => TryRenew(resource.Key, page));
        }

        if (!answered)
        {
            // Nobody can say whether these leases still hold, so they do not: others may hold them by now.
            leases.Where(static lease => lease.IsHeld && !lease.LeaseHolds).ToList().ForEach(Lose);
        }

        return answered;
    }

    /// <summary>Waits until all leases and places have been given back. What cannot be is left to the leases.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        Task idle;
        lock (_lock)
        {
            if (_leases.Count == 0)
            {
                return;
            }

            _idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            idle = _idle.Task;
        }

        await idle.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Gives a lease or a place back. Never throws: where the broker is away, the lease ends it.</summary>
    public async Task ReleaseAsync(ResourceLease lease)
    {
        for (var attempt = 1; attempt <= ReleaseAttempts; attempt++)
        {
            try
            {
                await broker.ReleaseAsync(lease.Resource, lease.Holder, CancellationToken.None).ConfigureAwait(false);
                break;
            }
            catch (Exception exception)
            {
                LogMessages.ResourceNotReleased(logger, lease.Resource, lease.Execution.Id, exception);
                if (exception is not BrokerUnknownException)
                {
                    break;
                }
            }
        }

        Forget(lease);
    }

    // Waits for a turn without the concurrency slot, which it has again before it returns.
    private async Task ParkedAsync(ResourceLease lease, CancellationToken cancellationToken)
    {
        lease.Execution.Park();
        try
        {
            var line = Join(lease);
            try
            {
                await WaitAsync(lease, line, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                Leave(lease, line);
            }
        }
        finally
        {
            await lease.Execution.UnparkAsync().ConfigureAwait(false);
        }
    }

    private async Task WaitAsync(ResourceLease lease, ResourceLine line, CancellationToken cancellationToken)
    {
        var timer = time.CreateTimer(static state => ((AsyncSignal)state!).Set(), lease.Changed, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        await using var timerEnd = timer.ConfigureAwait(false);
        var registration = cancellationToken.UnsafeRegister(static state => ((AsyncSignal)state!).Set(), lease.Changed);
        await using var registrationEnd = registration.ConfigureAwait(false);
        var errorWait = FirstErrorWait;
        while (true)
        {
            // Before asking, so that no call is lost in between.
            await ListenAsync(line, cancellationToken).ConfigureAwait(false);
            if (await AskAsync(lease, errorWait, cancellationToken).ConfigureAwait(false) is not { } wait)
            {
                return;
            }

            errorWait = wait.HasFailed ? TimeSpan.FromTicks(Math.Min(errorWait.Ticks * 2, LongestErrorWait.Ticks)) : FirstErrorWait;
            timer.Change(wait.HasFailed || IsFirst(lease, line) ? wait.Time : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            await lease.Changed.WaitAsync().ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <returns>When to ask again without being called; null: it holds the lease.</returns>
    private async ValueTask<(TimeSpan Time, bool HasFailed)?> AskAsync(ResourceLease lease, TimeSpan errorWait, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var sentAt = Stopwatch.GetTimestamp();
        try
        {
            var reply = await broker.AcquireAsync(lease.Resource, lease.Request, cancellationToken).ConfigureAwait(false);
            if (!reply.Granted)
            {
                return (reply.NextEnd is { } end ? Later(end - reply.Now + Margin) : Timeout.InfiniteTimeSpan, HasFailed: false);
            }

            cancellationToken.ThrowIfCancellationRequested();
            return lease.TryHold(sentAt) ? null : (LeastWait, HasFailed: true);
        }
        catch (TaskGenException exception)
        {
            LogMessages.ResourceNotReached(logger, lease.Resource, lease.Execution.Id, errorWait, exception);
            return (errorWait * (1 + chance.Next()), HasFailed: true);
        }
    }

    private static TimeSpan Later(TimeSpan wait) => wait < LeastWait ? LeastWait : wait;

    private async Task ListenAsync(ResourceLine line, CancellationToken cancellationToken)
    {
        try
        {
            await line.ListenAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (TaskGenException exception)
        {
            // The heartbeat tells who is next until there is a subscription.
            LogMessages.ResourceNotHeard(logger, line.Resource, exception);
        }
    }

    private bool TryRenew(string resource, ResourceLease[] page)
    {
        var sentAt = Stopwatch.GetTimestamp();

        // What is granted while the renewal is under way is not judged by it.
        var held = page.Select(static lease => lease.IsHeld).ToArray();
        try
        {
            var statuses = broker.RenewResource(resource, [.. page.Select(static lease => lease.Holder)], options.LeaseDuration);
            for (var index = 0; index < page.Length; index++)
            {
                if (!held[index])
                {
                    Tell(page[index], statuses[index]);
                }
                else if (statuses[index] == ResourceLeaseStatus.Holds)
                {
                    page[index].Renewed(sentAt);
                }
                else
                {
                    Lose(page[index]);
                }
            }

            return true;
        }
        catch (Exception exception)
        {
            LogMessages.ResourceNotRenewed(logger, resource, exception);
            return false;
        }
    }

    // Only the one that waits asks and takes. It asks again where it may get a lease, where a reply was lost, and where its place is gone.
    private static void Tell(ResourceLease lease, ResourceLeaseStatus status)
    {
        if (status != ResourceLeaseStatus.Waits)
        {
            lease.Changed.Set();
        }
    }

    private void Lose(ResourceLease lease)
    {
        if (lease.TryLose())
        {
            LogMessages.ResourceLost(logger, lease.Resource, lease.Execution.Id);
            lease.Execution.LoseResource();

            // Only the broker knows whether the lease has ended. One that has is not touched by this; one that has not shall not wait for its end.
            _ = ReleaseAsync(lease);
        }
    }

    private ResourceLine Join(ResourceLease lease)
    {
        lock (_lock)
        {
            if (!_lines.TryGetValue(lease.Resource, out var line))
            {
                line = new ResourceLine(broker, lease.Resource, Call);
                _lines.Add(lease.Resource, line);
            }

            line.Add(lease);
            return line;
        }
    }

    private void Leave(ResourceLease lease, ResourceLine line)
    {
        ResourceLease? next;
        lock (_lock)
        {
            var wasFirst = line.First == lease;
            line.Remove(lease);
            next = wasFirst ? line.First : null;
            if (line.IsEmpty)
            {
                _lines.Remove(line.Resource);
                _ = line.CloseAsync();
            }
        }

        // From now on it is the one that looks whether a lease ends by itself.
        next?.Changed.Set();
    }

    private bool IsFirst(ResourceLease lease, ResourceLine line)
    {
        lock (_lock)
        {
            return line.First == lease;
        }
    }

    private void Call(Guid holder)
    {
        ResourceLease? lease;
        lock (_lock)
        {
            lease = _leases.GetValueOrDefault(holder);
        }

        lease?.Changed.Set();
    }

    private void Forget(ResourceLease lease)
    {
        lease.Execution.Remove(lease);
        lock (_lock)
        {
            if (_leases.Remove(lease.Holder) && _leases.Count == 0)
            {
                _idle?.TrySetResult();
                _idle = null;
            }
        }
    }
}
