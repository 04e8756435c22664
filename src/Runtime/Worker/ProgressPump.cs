using TaskGen.Brokers;
using TaskGen.Primitives;
using TaskGen.Telemetry;

namespace TaskGen.Worker;

/// <summary>
/// Sends the progress reports of one queue's executions to the broker. Reports that are ready at the same time are sent together.
/// </summary>
internal sealed class ProgressPump(WorkerServices services, QueueRunner runner, LeaseLoop loop)
{
    private readonly string _call = $"progress of queue '{runner.Queue}'";
    private readonly Lock _lock = new();
    private readonly HashSet<TaskExecution> _ready = [];
    private readonly AsyncSignal _signal = new();
    private Task _loop = Task.CompletedTask;
    private volatile bool _stopped;

    public void Start() => _loop = Task.Run(RunAsync, CancellationToken.None);

    public async Task StopAsync()
    {
        _stopped = true;
        _signal.Set();
        await _loop.ConfigureAwait(false);
    }

    /// <summary>Adds an execution whose progress is ready to be sent.</summary>
    public void Add(TaskExecution execution)
    {
        lock (_lock)
        {
            _ready.Add(execution);
        }

        _signal.Set();
    }

    private async Task RunAsync()
    {
        while (!_stopped)
        {
            await _signal.WaitAsync().ConfigureAwait(false);
            try
            {
                await SendAsync().ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                services.Outage.OnFailed(_call, exception);

                // The execution keeps the latest report, which is sent with the next interval or with the settlement.
                LogMessages.BrokerFailed(services.Logger, runner.Queue, Durations.Show(TimeSpan.Zero), exception);
            }
        }
    }

    private async Task SendAsync()
    {
        List<TaskExecution> executions;
        lock (_lock)
        {
            executions = [.. _ready];
            _ready.Clear();
        }

        var updates = new List<ProgressUpdate>(executions.Count);
        var senders = new List<TaskExecution>(executions.Count);
        foreach (var execution in executions)
        {
            var report = execution.HasEnded ? default : execution.TakeProgress(last: false);
            if (!report.IsEmpty)
            {
                updates.Add(new ProgressUpdate(execution.Key, report));
                senders.Add(execution);
            }
        }

        if (updates.Count == 0)
        {
            return;
        }

        var stored = await services.Broker.ReportProgressAsync(runner.Queue, loop.Worker, updates, CancellationToken.None)
            .ConfigureAwait(false);
        services.Outage.OnSucceeded(_call);
        for (var i = 0; i < senders.Count; i++)
        {
            if (stored[i])
            {
                senders[i].Progress.Confirm();
            }
            else if (!senders[i].HasEnded)
            {
                services.Metrics.Refused(runner.Queue);
                runner.Lose(senders[i].Key);
            }
        }
    }
}
