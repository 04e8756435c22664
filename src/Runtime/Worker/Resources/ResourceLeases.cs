using System.Diagnostics;
using Microsoft.Extensions.Logging;
using TaskGen.Brokers;
using TaskGen.Primitives;
using TaskGen.Serialization;
using TaskGen.Telemetry;

namespace TaskGen.Worker;

/// <summary>
/// Stores the resource leases that this worker's tasks hold or wait for, and the waiting lines of the resources. The heartbeat renews
/// leases and places in these lines, and also detects when a notification of the broker was lost.
/// </summary>
internal sealed class ResourceLeases(IResourceBroker broker, WorkerOptions options, TimeProvider time, Chance chance, ILogger logger)
{
    private const int Page = 200;
    private const int ReleaseAttempts = 2;

    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, ResourceLease> _leases = [];
    private readonly Dictionary<string, ResourceLine> _lines = new(StringComparer.Ordinal);
    private TaskCompletionSource? _idle;

    /// <summary>
    /// Acquires a resource lease for an execution, and waits until it is granted. If the execution does not release the lease, it is
    /// released when the execution ends.
    /// </summary>
    /// <exception cref="OperationCanceledException">A token was canceled, or the execution ended during the wait.</exception>
    /// <exception cref="InvalidOperationException">The execution had ended before the call.</exception>
    public ValueTask<IAsyncDisposable> AcquireAsync(
        TaskExecution execution, string resource, int limit, CancellationToken cancellationToken)
    {
        var request = new AcquireRequest(TaskIds.New(time, hasRecord: true), limit, options.LeaseDuration);
        var lease = new ResourceLease(this, execution, resource, request);
        return new ResourceAcquisition(this, lease, broker, time, chance, logger).RunAsync(cancellationToken);
    }

    /// <summary>Adds a lease. From now on, the heartbeat renews it, and it is released when its execution ends.</summary>
    /// <exception cref="InvalidOperationException">The execution has ended.</exception>
    public void Add(ResourceLease lease)
    {
        var execution = lease.Execution;
        if (!execution.State.TryAdd(lease))
        {
            throw new InvalidOperationException(
                $"Task '{execution.Name}' ({execution.Id}) has ended and cannot acquire resource '{lease.Resource}'. "
                + "Await AcquireAsync inside the task method.");
        }

        lock (_lock)
        {
            _leases.Add(lease.Holder, lease);
        }
    }

    /// <summary>
    /// Renews all resource leases and places in waiting lines. The method runs on the heartbeat thread and waits only for the broker.
    /// </summary>
    /// <returns><see langword="true"/> if the broker replied; otherwise, <see langword="false"/>.</returns>
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
            // It is unknown whether these leases are still valid, so they are treated as lost. Other tasks might already hold them.
            leases.Where(static lease => lease.IsHeld && !lease.LeaseHolds).ToList().ForEach(Lose);
        }

        return answered;
    }

    /// <summary>
    /// Waits until all resource leases and places in waiting lines are released. A lease or place that cannot be released ends at its
    /// expiration time.
    /// </summary>
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

    /// <summary>
    /// Releases a resource lease or a place in a waiting line. The method never throws an exception. If the broker cannot be reached, the
    /// lease or place ends at its expiration time.
    /// </summary>
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

    /// <summary>Adds an acquisition to the end of this worker's waiting line for its resource.</summary>
    public ResourceLine Join(ResourceLease lease)
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

    /// <summary>
    /// Removes an acquisition from its waiting line. The acquisition that is now first is woken. An empty line is closed.
    /// </summary>
    public void Leave(ResourceLease lease, ResourceLine line)
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

        // The first acquisition in the line is responsible for detecting leases that expire without being released.
        next?.Changed.Set();
    }

    /// <summary>
    /// Determines whether an acquisition is the first in this worker's waiting line. The first one detects leases that expire without being
    /// released.
    /// </summary>
    public bool IsFirst(ResourceLease lease, ResourceLine line)
    {
        lock (_lock)
        {
            return line.First == lease;
        }
    }

    private bool TryRenew(string resource, ResourceLease[] page)
    {
        var sentAt = Stopwatch.GetTimestamp();

        // The state is read before the call, because the reply does not apply to a lease that is granted during the call.
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

    // Only the waiting task requests the lease. It repeats the request if the lease can be granted now, if a reply was lost, or if its
    // place in the line has ended.
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

            // The lease might not have ended in the broker yet. In this case, the release ends it before its expiration time; otherwise,
            // the release has no effect.
            _ = ReleaseAsync(lease);
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
        lease.Execution.State.Remove(lease);
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
