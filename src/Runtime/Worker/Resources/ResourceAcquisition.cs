using System.Diagnostics;
using Microsoft.Extensions.Logging;
using TaskGen.Brokers;
using TaskGen.Primitives;
using TaskGen.Telemetry;

namespace TaskGen.Worker;

/// <summary>
/// Acquires one resource lease. Until the lease is granted, the execution waits in the resource's waiting line without a concurrency slot.
/// The request is repeated when the broker sends a notification, or when the heartbeat finds that the lease can be granted or that the
/// place in the line has ended. The first acquisition of this worker in the line also repeats the request when the next lease or place
/// expires.
/// </summary>
internal sealed class ResourceAcquisition(
    ResourceLeases leases, ResourceLease lease, IResourceBroker broker, TimeProvider time, Chance chance, ILogger logger)
{
    /// <summary>
    /// The minimum time between two requests that are not caused by a notification. It does not depend on the broker's clock.
    /// </summary>
    private static readonly TimeSpan LeastWait = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// The time by which the next request is sent after the end of a lease, so that the lease has ended when the broker receives the
    /// request.
    /// </summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(5);

    private readonly ErrorBackoff _backoff = new(chance);

    /// <summary>Waits until the lease is granted. Disposing the returned object releases the lease.</summary>
    /// <exception cref="OperationCanceledException">A token was canceled, or the execution ended during the wait.</exception>
    /// <exception cref="InvalidOperationException">The execution had ended before the call.</exception>
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
            // The exception is thrown below, with the token that the task method passed or received.
        }
        finally
        {
            if (!acquired)
            {
                // The acquisition has a place in the waiting line, or its lease was granted after the wait had ended.
                lease.TryLose();
                _ = leases.ReleaseAsync(lease);
            }
        }

        return acquired
            ? lease
            : throw new OperationCanceledException(
                $"The task was stopped while it was waiting for resource '{lease.Resource}'.", execution.CancellationToken);
    }

    /// <summary>Waits without a concurrency slot. The execution holds a slot again before this method returns.</summary>
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
            await lease.Execution.UnparkAsync(cancellationToken).ConfigureAwait(false);
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
            // The subscription is created before the request is sent, so that no notification is missed in between.
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

    /// <returns>
    /// The time after which to repeat the request if no notification arrives, and whether the request failed; <see langword="null"/> if the
    /// lease was granted.
    /// </returns>
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
            LogMessages.ResourceNotReached(logger, lease.Resource, lease.Execution.Id, Durations.Show(_backoff.Current), exception);
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
            // Until the subscription exists, the heartbeat detects when this acquisition is next.
            LogMessages.ResourceNotHeard(logger, line.Resource, exception);
        }
    }
}
