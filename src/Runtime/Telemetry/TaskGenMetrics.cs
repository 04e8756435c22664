using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace TaskGen.Telemetry;

/// <summary>Records all metrics of TaskGen. Names follow the OpenTelemetry conventions for messaging where they apply.</summary>
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
        _sent = _meter.CreateCounter<long>("messaging.client.sent.messages", "{task}", "The number of enqueued tasks.");
        _deduplicated = _meter.CreateCounter<long>(
            "taskgen.client.deduplicated",
            "{task}",
            "The number of dispatches that joined an existing task with the same idempotency key.");
        _consumed = _meter.CreateCounter<long>(
            "messaging.client.consumed.messages", "{task}", "The number of executions that have ended, by outcome.");
        _refused = _meter.CreateCounter<long>(
            "taskgen.worker.refused_writes",
            "{write}",
            "The number of outcomes that the broker rejected because this worker no longer held the task.");
        _recovered = _meter.CreateCounter<long>(
            "taskgen.worker.recovered", "{task}", "The number of tasks recovered from dead workers, by outcome.");
        _droppedDeadLetters = _meter.CreateCounter<long>(
            "taskgen.dead_letters.dropped", "{task}", "The number of dead letters deleted because of their age or number.");
        _lostIncarnations = _meter.CreateCounter<long>(
            "taskgen.worker.leases_lost", "{event}", "The number of times that this worker was declared dead on a queue.");
        _abandoned = _meter.CreateCounter<long>(
            "taskgen.worker.abandoned", "{task}", "The number of executions abandoned while their method was still running.");
        _running = _meter.CreateUpDownCounter<long>("taskgen.worker.running", "{task}", "The number of running executions.");
        _duration = _meter.CreateHistogram<double>("messaging.process.duration", "s", "The duration of executions.");
        _wait = _meter.CreateHistogram<double>("taskgen.queue.wait", "s", "The time from the dispatch of a task to its first start.");
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
            // With this tag, it is possible to see whether tasks are still dispatched under the alias, and when the alias can be removed.
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
