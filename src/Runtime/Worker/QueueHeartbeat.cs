using System.Diagnostics;
using TaskGen.Telemetry;

namespace TaskGen.Worker;

/// <summary>
/// The heartbeat of one queue: renews the lease of the worker and passes on the cancel requests that come with the reply. It runs on the
/// thread of <see cref="Heartbeat"/>, which is not the thread of the lease loop.
/// </summary>
internal sealed class QueueHeartbeat(WorkerServices services, WorkerIdentity identity, QueueRunner runner, LeaseLoss loss)
{
    /// <summary>Beats once. Waits for nothing but the broker.</summary>
    /// <returns>Whether the broker answered.</returns>
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
            LogMessages.HeartbeatFailed(services.Logger, worker.Name, runner.Queue, exception);
            if (!identity.LeaseHolds)
            {
                // Whether the lease still holds is unknown, so it counts as lost: what runs here may run elsewhere by now.
                loss.Declare(worker);
            }

            return false;
        }
    }
}
