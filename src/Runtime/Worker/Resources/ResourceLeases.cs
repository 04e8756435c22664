using System.Diagnostics;
using Microsoft.Extensions.Logging;
using TaskGen.Brokers;
using TaskGen.Primitives;
using TaskGen.Serialization;
using TaskGen.Telemetry;

namespace TaskGen.Worker;

/// <summary>
/// The resource leases that the tasks of this worker hold or wait for, and the lines in which they wait. The heartbeat renews leases and
/// places alike, which also makes up for lost calls of the broker.
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
    /// Acquires a lease for an execution, which waits for its turn. What the execution does not release is released when it ends.
    /// </summary>
    /// <exception cref="OperationCanceledException">A token was canceled, or the execution has ended meanwhile.</exception>
    public ValueTask<IAsyncDisposable> AcquireAsync(
        TaskExecution execution, string resource, int limit, CancellationToken cancellationToken)
    {
        var request = new AcquireRequest(TaskIds.New(time, hasRecord: true), limit, options.LeaseDuration);
        var lease = new ResourceLease(this, execution, resource, request);
        return new ResourceAcquisition(this, lease, broker, time, chance, logger).RunAsync(cancellationToken);
    }

    /// <summary>From here on the lease is renewed, and released when its execution ends.</summary>
    /// <exception cref="InvalidOperationException">The execution has ended.</exception>
    public void Add(ResourceLease lease)
    {
        var execution = lease.Execution;
        if (!execution.State.TryAdd(lease))
        {
            throw new InvalidOperationException(
                $"Task '{execution.Name}' ({execution.Id}) has ended: it cannot acquire resource '{lease.Resource}' any more. "
                + "Await the call inside the task.");
        }

        lock (_lock)
        {
            _leases.Add(lease.Holder, lease);
        }
    }

    /// <summary>Renews all leases and places. Runs on the heartbeat's thread and waits for nothing but the broker.</summary>
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

    /// <summary>Waits until all leases and places are released. What cannot be released ends with its lease.</summary>
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

    /// <summary>Releases a lease or a place. Never throws: where the broker cannot be reached, it ends with its lease.</summary>
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

    /// <summary>Puts a lease at the end of the line of its resource.</summary>
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

    /// <summary>Takes a lease out of its line. The new first one is woken, and the last one closes the line.</summary>
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

        // From now on it is the one that looks for leases that end by themselves.
        next?.Changed.Set();
    }

    /// <summary>Whether a lease is the one that looks for leases that end by themselves.</summary>
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

            // Only the broker knows whether the lease has ended. One that has is not touched by this; one that has not shall not wait for
            // its end.
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
