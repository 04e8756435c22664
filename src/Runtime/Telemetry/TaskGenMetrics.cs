using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace TaskGen.Telemetry;

/// <summary>The only place that measures. Names follow OpenTelemetry's messaging conventions where those have one.</summary>
internal sealed class TaskGenMetrics : IDisposable
{
    public const string MeterName = "TaskGen";

    private readonly Meter _meter;
    private readonly Counter<long> _sent;
    private readonly Counter<long> _deduplicated;
    private readonly Counter<long> _consumed;
    private readonly Counter<long> _refused;
    private readonly Counter<long> _recovered;
    private readonly Counter<long> _droppedDeadLetters;
    private readonly Counter<long> _lostIncarnations;
    private readonly Counter<long> _abandoned;
    private readonly UpDownCounter<long> _running;
    private readonly Histogram<double> _duration;
    private readonly Histogram<double> _wait;

    public TaskGenMetrics(IMeterFactory? factory = null)
    {
        _meter = factory?.Create(MeterName) ?? new Meter(MeterName);
        _sent = _meter.CreateCounter<long>("messaging.client.sent.messages", "{task}", "Tasks enqueued.");
        _deduplicated = _meter.CreateCounter<long>(
            "taskgen.client.deduplicated", "{task}", "Dispatches that joined a task that was there.");
        _consumed = _meter.CreateCounter<long>("messaging.client.consumed.messages", "{task}", "Executions that ended, by outcome.");
        _refused = _meter.CreateCounter<long>("taskgen.worker.refused_writes", "{write}", "Writes of this worker that the fence refused.");
        _recovered = _meter.CreateCounter<long>(
            "taskgen.worker.recovered", "{task}", "Tasks taken from dead workers, by what became of them.");
        _droppedDeadLetters = _meter.CreateCounter<long>(
            "taskgen.dead_letters.dropped", "{task}", "Dead letters dropped by age or number.");
        _lostIncarnations = _meter.CreateCounter<long>("taskgen.worker.leases_lost", "{event}", "Times this worker was declared dead.");
        _abandoned = _meter.CreateCounter<long>("taskgen.worker.abandoned", "{task}", "Handlers that were given up while they still ran.");
        _running = _meter.CreateUpDownCounter<long>("taskgen.worker.running", "{task}", "Executions now running.");
        _duration = _meter.CreateHistogram<double>("messaging.process.duration", "s", "How long executions took.");
        _wait = _meter.CreateHistogram<double>("taskgen.queue.wait", "s", "From dispatch to the first start.");
    }

    public void Enqueued(string task, string queue, int sent, int joined)
    {
        var tags = new TagList { { "messaging.destination.name", queue }, { "taskgen.task.name", task } };
        if (sent > 0)
        {
            _sent.Add(sent, tags);
        }

        if (joined > 0)
        {
            _deduplicated.Add(joined, tags);
        }
    }

    public void Started(string queue, TimeSpan? waited)
    {
        if (_running.Enabled)
        {
            _running.Add(1, new KeyValuePair<string, object?>("messaging.destination.name", queue));
        }

        if (waited is { } wait && _wait.Enabled)
        {
            _wait.Record(wait.TotalSeconds, new KeyValuePair<string, object?>("messaging.destination.name", queue));
        }
    }

    public void Stopped(string queue)
    {
        if (_running.Enabled)
        {
            _running.Add(-1, new KeyValuePair<string, object?>("messaging.destination.name", queue));
        }
    }

    public void Ended(string task, string? alias, string queue, string outcome, TimeSpan duration)
    {
        if (!_consumed.Enabled && !_duration.Enabled)
        {
            return;
        }

        var tags = new TagList
        {
            { "messaging.destination.name", queue },
            { "taskgen.task.name", task },
            { "taskgen.task.outcome", outcome },
        };
        if (alias is not null)
        {
            // Whoever wants to take the alias away waits until nothing comes under it any more.
            tags.Add("taskgen.task.alias", alias);
        }

        _consumed.Add(1, tags);
        _duration.Record(duration.TotalSeconds, tags);
    }

    public void Refused(string queue) => _refused.Add(1, new KeyValuePair<string, object?>("messaging.destination.name", queue));

    public void LeaseLost(string queue) => _lostIncarnations.Add(1, new KeyValuePair<string, object?>("messaging.destination.name", queue));

    public void Abandoned(string queue) => _abandoned.Add(1, new KeyValuePair<string, object?>("messaging.destination.name", queue));

    public void Maintained(string queue, Brokers.MaintenanceReply reply)
    {
        var destination = new KeyValuePair<string, object?>("messaging.destination.name", queue);
        if (reply.Recovered > 0)
        {
            _recovered.Add(reply.Recovered, destination, new KeyValuePair<string, object?>("taskgen.task.outcome", "requeued"));
        }

        if (reply.Poisoned > 0)
        {
            _recovered.Add(reply.Poisoned, destination, new KeyValuePair<string, object?>("taskgen.task.outcome", "poison"));
        }

        if (reply.DroppedDeadLetters > 0)
        {
            _droppedDeadLetters.Add(reply.DroppedDeadLetters, destination);
        }
    }

    public void Dispose() => _meter.Dispose();
}
