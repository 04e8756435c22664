using System.Diagnostics;
using Microsoft.Extensions.Logging;
using TaskGen.Brokers;
using TaskGen.Primitives;
using TaskGen.Telemetry;

namespace TaskGen.Worker;

/// <summary>
/// Acquires one resource lease: asks the broker, and while the lease is not granted, waits in the line of the resource without a
/// concurrency slot. It asks again when the broker calls it, when the heartbeat finds a reason to, and, as the first in its line, when the
/// next lease or place ends.
/// </summary>
internal sealed class ResourceAcquisition(
    ResourceLeases leases, ResourceLease lease, IResourceBroker broker, TimeProvider time, Chance chance, ILogger logger)
{
    /// <summary>The shortest time between two requests that are not caused by a call, whatever the broker's clock says.</summary>
    private static readonly TimeSpan LeastWait = TimeSpan.FromMilliseconds(50);

    /// <summary>Added to the time until a lease ends, so that it has ended when the broker is asked for it.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(5);

    private readonly ErrorBackoff _backoff = new(chance);

    /// <summary>Returns when the lease is held. Disposing of the result releases it.</summary>
    /// <exception cref="OperationCanceledException">A token was canceled, or the execution has ended meanwhile.</exception>
    public async ValueTask<IAsyncDisposable> RunAsync(CancellationToken cancellationToken)
    {
        var execution = lease.Execution;
        cancellationToken.ThrowIfCancellationRequested();
        execution.CancellationToken.ThrowIfCancellationRequested();
        leases.Add(lease);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(execution.CancellationToken, cancellationToken, lease.GivenUp);
        var acquired = false;
        try
        {
            if (await AskAsync(stop.Token).ConfigureAwait(false) is not null)
            {
                await ParkedAsync(stop.Token).ConfigureAwait(false);
            }

            acquired = lease.IsHeld;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException($"The wait for resource '{lease.Resource}' was canceled.", cancellationToken);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Thrown below, by the token that the task knows.
        }
        finally
        {
            if (!acquired)
            {
                // It stands in the line, or was granted when nobody waited any more.
                lease.TryLose();
                _ = leases.ReleaseAsync(lease);
            }
        }

        return acquired
            ? lease
            : throw new OperationCanceledException(
                $"The task stopped while it waited for resource '{lease.Resource}'.", execution.CancellationToken);
    }

    /// <summary>Waits without the concurrency slot, which the execution holds again before this returns.</summary>
    private async Task ParkedAsync(CancellationToken cancellationToken)
    {
        lease.Execution.Park();
        try
        {
            var line = leases.Join(lease);
            try
            {
                await WaitAsync(line, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                leases.Leave(lease, line);
            }
        }
        finally
        {
            await lease.Execution.UnparkAsync().ConfigureAwait(false);
        }
    }

    private async Task WaitAsync(ResourceLine line, CancellationToken cancellationToken)
    {
        var timer = time.CreateTimer(
            static state => ((AsyncSignal)state!).Set(), lease.Changed, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        await using var timerEnd = timer.ConfigureAwait(false);
        var registration = cancellationToken.UnsafeRegister(static state => ((AsyncSignal)state!).Set(), lease.Changed);
        await using var registrationEnd = registration.ConfigureAwait(false);
        _backoff.Reset();
        while (true)
        {
            // Before asking, so that no call is lost in between.
            await ListenAsync(line, cancellationToken).ConfigureAwait(false);
            if (await AskAsync(cancellationToken).ConfigureAwait(false) is not { } wait)
            {
                return;
            }

            timer.Change(wait.HasFailed || leases.IsFirst(lease, line) ? wait.Time : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            await lease.Changed.WaitAsync().ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <returns>When to ask again without being called; null when the lease is held.</returns>
    private async ValueTask<(TimeSpan Time, bool HasFailed)?> AskAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var sentAt = Stopwatch.GetTimestamp();
        try
        {
            var reply = await broker.AcquireAsync(lease.Resource, lease.Request, cancellationToken).ConfigureAwait(false);
            if (!reply.Granted)
            {
                _backoff.Reset();
                return (reply.NextEnd is { } end ? Later(end - reply.Now + Margin) : Timeout.InfiniteTimeSpan, HasFailed: false);
            }

            cancellationToken.ThrowIfCancellationRequested();
            if (lease.TryHold(sentAt))
            {
                return null;
            }

            _backoff.Increase();
            return (LeastWait, HasFailed: true);
        }
        catch (TaskGenException exception)
        {
            LogMessages.ResourceNotReached(logger, lease.Resource, lease.Execution.Id, _backoff.Current, exception);
            return (_backoff.Next(), HasFailed: true);
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
}
