using TaskGen.Brokers;
using TaskGen.Primitives;
using TaskGen.Telemetry;

namespace TaskGen.Worker;

/// <summary>
/// Runs the periodic maintenance of one queue, which makes due tasks pending, recovers the tasks of dead workers, and removes expired data.
/// Each worker of a queue runs maintenance, at different times.
/// </summary>
internal sealed class Maintainer
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private readonly WorkerServices _services;
    private readonly string _queue;
    private readonly string _call;
    private readonly Action _lookForWork;
    private readonly MaintenanceRequest _request;
    private readonly AsyncSignal _signal = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly ITimer _timer;
    private Task _loop = Task.CompletedTask;

    /// <summary>Initializes a new instance of the <see cref="Maintainer"/> class.</summary>
    /// <param name="services">The services shared by the components of the worker.</param>
    /// <param name="queue">The name of the queue.</param>
    /// <param name="lookForWork">The callback that is called if maintenance finds that a task can be leased.</param>
    public Maintainer(WorkerServices services, string queue, Action lookForWork)
    {
        _lookForWork = lookForWork;
        _services = services;
        _queue = queue;
        _call = $"maintenance of queue '{queue}'";
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

    /// <summary>Causes maintenance to run now, because a task becomes due before the next planned run.</summary>
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
            _services.Outage.OnSucceeded(_call);
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
            _services.Outage.OnFailed(_call, exception);
            LogMessages.BrokerFailed(_services.Logger, _queue, Durations.Show(Interval), exception);
            return Interval;
        }
    }

    // The jitter prevents all workers of a queue from running maintenance at the same time. It does not delay maintenance that is run
    // because a task becomes due.
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
