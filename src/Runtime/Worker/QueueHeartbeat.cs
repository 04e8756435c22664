using System.Diagnostics;
using TaskGen.Telemetry;

namespace TaskGen.Worker;

/// <summary>
/// Renews the worker's lease on one queue, and cancels the tasks whose cancellation was requested. It runs on the thread of
/// <see cref="Heartbeat"/>, not in the lease loop.
/// </summary>
internal sealed class QueueHeartbeat(WorkerServices services, WorkerIdentity identity, QueueRunner runner, LeaseLoss loss)
{
    private readonly string _call = $"heartbeat of queue '{runner.Queue}'";

    /// <summary>Sends one heartbeat. The method blocks only until the broker replies.</summary>
    /// <returns><see langword="true"/> if the broker replied, or if no heartbeat is needed; otherwise, <see langword="false"/>.</returns>
    public bool Beat()
    {
        if (identity.IsDead || identity.HasLeft)
        {
            return true;
        }

        var worker = identity.Current;
        var sentAt = Stopwatch.GetTimestamp();
        try
        {
            var reply = services.Broker.Renew(runner.Queue, worker);
            services.Outage.OnSucceeded(_call);
            if (!reply.Alive)
            {
                loss.Declare(worker);
                return true;
            }

            identity.Renewed(sentAt);
            foreach (var cancel in reply.Cancels)
            {
                runner.Cancel(cancel.Key, cancel.Reason);
            }

            if (reply.Strays.Count > 0)
            {
                runner.Cancel(reply.Strays);
            }

            runner.StartReady();
            return true;
        }
        catch (Exception exception)
        {
            services.Outage.OnFailed(_call, exception);
            LogMessages.HeartbeatFailed(services.Logger, worker.Name, runner.Queue, exception);
            if (!identity.LeaseHolds)
            {
                // It is unknown whether the lease is still valid, so it is treated as lost. The tasks might already be running in another
                // worker.
                loss.Declare(worker);
            }

            return false;
        }
    }
}
