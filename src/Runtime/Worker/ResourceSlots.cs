using System.Diagnostics;
using Microsoft.Extensions.Logging;
using TaskGen.Brokers;

namespace TaskGen;

/// <summary>
/// All slots of resources that the tasks of this worker hold or wait for. A wait gives the concurrency slot back and is woken by a call of the broker; the heartbeat renews
/// slots and places alike, and makes good for calls that were lost.
/// </summary>
internal sealed class ResourceSlots(IBroker broker, WorkerOptions options, TimeProvider time, Chance chance, ILogger logger)
{
    private const int Page = 200;
    private const int ReleaseAttempts = 2;

    /// <summary>No broker is asked more often, whatever its clock says.</summary>
    private static readonly TimeSpan LeastWait = TimeSpan.FromMilliseconds(50);

    /// <summary>So that a slot whose lease ends is asked for when it has ended and not a moment before.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(5);

    private static readonly TimeSpan FirstErrorWait = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestErrorWait = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, ResourceSlot> _slots = [];
    private readonly Dictionary<string, ResourceLine> _lines = new(StringComparer.Ordinal);
    private TaskCompletionSource? _idle;

    /// <summary>Takes a slot for an execution, which has to wait its turn. Whatever the execution does not give back is given back when it ends.</summary>
    /// <exception cref="OperationCanceledException">A token was canceled, or the execution has ended meanwhile.</exception>
    public async ValueTask<IAsyncDisposable> AcquireAsync(TaskExecution execution, string resource, int limit, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        execution.CancellationToken.ThrowIfCancellationRequested();
        var request = new AcquireRequest(TaskIds.New(time, hasRecord: true), limit, options.LeaseDuration);
        var slot = new ResourceSlot(this, execution, resource, request);
        execution.Add(slot);
        lock (_lock)
        {
            _slots.Add(slot.Holder, slot);
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(execution.CancellationToken, cancellationToken, slot.GivenUp);
        var acquired = false;
        try
        {
            if (await AskAsync(slot, FirstErrorWait, stop.Token).ConfigureAwait(false) is not null)
            {
                await ParkedAsync(slot, stop.Token).ConfigureAwait(false);
            }

            acquired = slot.IsHeld;
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
                slot.TryLose();
                _ = ReleaseAsync(slot);
            }
        }

        return acquired ? slot : throw new OperationCanceledException($"The task stopped while it waited for resource '{resource}'.", execution.CancellationToken);
    }

    /// <summary>Renews all that is held and waited for. Runs on the heartbeat's own thread and waits for nothing but the broker.</summary>
    /// <returns>Whether the broker answered.</returns>
    public bool Beat()
    {
        List<ResourceSlot> slots;
        lock (_lock)
        {
            slots = [.. _slots.Values.Where(static slot => !slot.HasEnded)];
        }

        var answered = true;
        foreach (var resource in slots.GroupBy(static slot => slot.Resource))
        {
            answered &= resource.Chunk(Page).All(page => TryRenew(resource.Key, page));
        }

        if (!answered)
        {
            // Nobody can say whether these leases still hold, so they do not: others may have the slots by now.
            slots.Where(static slot => slot.IsHeld && !slot.LeaseHolds).ToList().ForEach(Lose);
        }

        return answered;
    }

    /// <summary>Waits until all slots and places have been given back. What cannot be is left to the leases.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        Task idle;
        lock (_lock)
        {
            if (_slots.Count == 0)
            {
                return;
            }

            _idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            idle = _idle.Task;
        }

        await idle.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Gives a slot or a place back. Never throws: where the broker is away, the lease ends it.</summary>
    public async Task ReleaseAsync(ResourceSlot slot)
    {
        for (var attempt = 1; attempt <= ReleaseAttempts; attempt++)
        {
            try
            {
                await broker.ReleaseAsync(slot.Resource, slot.Holder, CancellationToken.None).ConfigureAwait(false);
                break;
            }
            catch (Exception exception)
            {
                LogMessages.ResourceNotReleased(logger, slot.Resource, slot.Execution.Id, exception);
                if (exception is not BrokerUnknownException)
                {
                    break;
                }
            }
        }

        Forget(slot);
    }

    // Waits for a turn without the concurrency slot, which it has again before it returns.
    private async Task ParkedAsync(ResourceSlot slot, CancellationToken cancellationToken)
    {
        slot.Execution.Park();
        try
        {
            var line = Join(slot);
            try
            {
                await WaitAsync(slot, line, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                Leave(slot, line);
            }
        }
        finally
        {
            await slot.Execution.UnparkAsync().ConfigureAwait(false);
        }
    }

    private async Task WaitAsync(ResourceSlot slot, ResourceLine line, CancellationToken cancellationToken)
    {
        var timer = time.CreateTimer(static state => ((AsyncSignal)state!).Set(), slot.Changed, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        await using var timerEnd = timer.ConfigureAwait(false);
        var registration = cancellationToken.UnsafeRegister(static state => ((AsyncSignal)state!).Set(), slot.Changed);
        await using var registrationEnd = registration.ConfigureAwait(false);
        var errorWait = FirstErrorWait;
        while (true)
        {
            // Before asking, so that no call is lost in between.
            await ListenAsync(line, cancellationToken).ConfigureAwait(false);
            if (await AskAsync(slot, errorWait, cancellationToken).ConfigureAwait(false) is not { } wait)
            {
                return;
            }

            errorWait = wait.HasFailed ? TimeSpan.FromTicks(Math.Min(errorWait.Ticks * 2, LongestErrorWait.Ticks)) : FirstErrorWait;
            timer.Change(wait.HasFailed || IsFirst(slot, line) ? wait.Time : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            await slot.Changed.WaitAsync().ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <returns>When to ask again without being called; null: it holds the slot.</returns>
    private async ValueTask<(TimeSpan Time, bool HasFailed)?> AskAsync(ResourceSlot slot, TimeSpan errorWait, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var sentAt = Stopwatch.GetTimestamp();
        try
        {
            var reply = await broker.AcquireAsync(slot.Resource, slot.Request, cancellationToken).ConfigureAwait(false);
            if (!reply.Granted)
            {
                return (reply.NextEnd is { } end ? Later(end - reply.Now + Margin) : Timeout.InfiniteTimeSpan, HasFailed: false);
            }

            cancellationToken.ThrowIfCancellationRequested();
            return slot.TryHold(sentAt) ? null : (LeastWait, HasFailed: true);
        }
        catch (TaskGenException exception)
        {
            LogMessages.ResourceNotReached(logger, slot.Resource, slot.Execution.Id, errorWait, exception);
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

    private bool TryRenew(string resource, ResourceSlot[] page)
    {
        var sentAt = Stopwatch.GetTimestamp();

        // What is granted while the renewal is under way is not judged by it.
        var held = page.Select(static slot => slot.IsHeld).ToArray();
        try
        {
            var statuses = broker.RenewResource(resource, [.. page.Select(static slot => slot.Holder)], options.LeaseDuration);
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

    // Only the one that waits asks and takes. It asks again where it may get a slot, where a reply was lost, and where its place is gone.
    private static void Tell(ResourceSlot slot, ResourceLeaseStatus status)
    {
        if (status != ResourceLeaseStatus.Waits)
        {
            slot.Changed.Set();
        }
    }

    private void Lose(ResourceSlot slot)
    {
        if (slot.TryLose())
        {
            LogMessages.ResourceLost(logger, slot.Resource, slot.Execution.Id);
            slot.Execution.LoseResource();

            // Only the broker knows whether the lease has ended. One that has is not touched by this; one that has not shall not wait for its end.
            _ = ReleaseAsync(slot);
        }
    }

    private ResourceLine Join(ResourceSlot slot)
    {
        lock (_lock)
        {
            if (!_lines.TryGetValue(slot.Resource, out var line))
            {
                line = new ResourceLine(broker, slot.Resource, Call);
                _lines.Add(slot.Resource, line);
            }

            line.Add(slot);
            return line;
        }
    }

    private void Leave(ResourceSlot slot, ResourceLine line)
    {
        ResourceSlot? next;
        lock (_lock)
        {
            var wasFirst = line.First == slot;
            line.Remove(slot);
            next = wasFirst ? line.First : null;
            if (line.IsEmpty)
            {
                _lines.Remove(line.Resource);
                _ = line.CloseAsync();
            }
        }

        // From now on it is the one that looks whether a slot comes back by itself.
        next?.Changed.Set();
    }

    private bool IsFirst(ResourceSlot slot, ResourceLine line)
    {
        lock (_lock)
        {
            return line.First == slot;
        }
    }

    private void Call(Guid holder)
    {
        ResourceSlot? slot;
        lock (_lock)
        {
            slot = _slots.GetValueOrDefault(holder);
        }

        slot?.Changed.Set();
    }

    private void Forget(ResourceSlot slot)
    {
        slot.Execution.Remove(slot);
        lock (_lock)
        {
            if (_slots.Remove(slot.Holder) && _slots.Count == 0)
            {
                _idle?.TrySetResult();
                _idle = null;
            }
        }
    }
}
