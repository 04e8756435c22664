using TaskGen.Brokers;
using TaskGen.Primitives;
using TaskGen.Telemetry;

namespace TaskGen.Worker;

/// <summary>
/// Keeps one queue in order: promotes what is due, recovers what dead workers held. Every worker of a queue does it, at times of its own.
/// </summary>
internal sealed class Maintainer
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private readonly WorkerServices _services;
    private readonly string _queue;
    private readonly Action _lookForWork;
    private readonly MaintenanceRequest _request;
    private readonly AsyncSignal _signal = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly ITimer _timer;
    private Task _loop = Task.CompletedTask;

    /// <param name="services">What the worker shares.</param>
    /// <param name="queue">The queue.</param>
    /// <param name="lookForWork">Told where something waits to be leased.</param>
    public Maintainer(WorkerServices services, string queue, Action lookForWork)
    {
        _lookForWork = lookForWork;
        _services = services;
        _queue = queue;
        _request = new MaintenanceRequest(services.Worker.MaxCrashes);
        _timer = services.Time.CreateTimer(
            static state => ((AsyncSignal)state!).Set(), _signal, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Start() => _loop = Task.Run(RunAsync, CancellationToken.None);

    public async Task StopAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        _signal.Set();
        await _loop.ConfigureAwait(false);
        await _timer.DisposeAsync().ConfigureAwait(false);
        _stop.Dispose();
    }

    /// <summary>Something is due earlier than this loop may know.</summary>
    public void Signal() => _signal.Set();

    private async Task RunAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            var wait = await MaintainAsync().ConfigureAwait(false);
            if (wait > TimeSpan.Zero)
            {
                _timer.Change(wait, Timeout.InfiniteTimeSpan);
                await _signal.WaitAsync().ConfigureAwait(false);
            }
        }
    }

    private async ValueTask<TimeSpan> MaintainAsync()
    {
        try
        {
            var reply = await _services.Broker.MaintainAsync(_queue, _request, _stop.Token).ConfigureAwait(false);
            _services.Metrics.Maintained(_queue, reply);
            if (reply.Recovered + reply.Poisoned > 0)
            {
                LogMessages.Recovered(_services.Logger, _queue, reply.Recovered, reply.Poisoned);
            }

            if (reply.WorkWaits)
            {
                _lookForWork();
            }

            if (reply.DeliveriesWait)
            {
                _services.Relay.Kick(_queue);
            }

            return reply.More ? TimeSpan.Zero : NextWait(reply);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            return TimeSpan.Zero;
        }
        catch (Exception exception)
        {
            LogMessages.BrokerFailed(_services.Logger, _queue, Interval, exception);
            return Interval;
        }
    }

    // Jitter keeps the workers of a queue from doing it all at once; what is due does not wait for it.
    private TimeSpan NextWait(MaintenanceReply reply)
    {
        var wait = Interval * (0.9 + (0.2 * _services.Chance.Next()));
        if (reply.NextDue is { } due && due - reply.Now < wait)
        {
            wait = due - reply.Now;
        }

        var least = TimeSpan.FromMilliseconds(1);
        return wait < least ? least : wait;
    }
}
