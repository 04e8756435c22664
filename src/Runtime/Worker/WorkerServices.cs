using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TaskGen.Brokers;
using TaskGen.Canvases;
using TaskGen.Client;
using TaskGen.Definitions;
using TaskGen.Primitives;
using TaskGen.Telemetry;

namespace TaskGen.Worker;

/// <summary>Contains the services that the components of a worker share.</summary>
internal sealed record WorkerServices(
    IBroker Broker,
    TaskTable Table,
    TaskGenOptions Options,
    WorkerOptions Worker,
    JsonSerializerOptions Json,
    TimeProvider Time,
    Chance Chance,
    TaskGenMetrics Metrics,
    BrokerOutage Outage,
    TaskInputs Inputs,
    TaskCanceler Canceler,
    ICanvasRelay Relay,
    IServiceScopeFactory Scopes,
    ILoggerFactory Loggers)
{
    public ILogger Logger { get; } = new GuardedLogger(Loggers.CreateLogger("TaskGen.Worker"));

    /// <summary>
    /// The gate that runs tasks that become a dead letter at their next worker crash one at a time. All queues of the worker share it.
    /// </summary>
    public SuspectGate SuspectGate { get; } = new(Worker);

    public ParkedExecutions Parked { get; } = new();

    /// <summary>The resource leases of the worker's tasks, across all queues.</summary>
    public ResourceLeases Resources { get; } = new(Broker, Worker, Time, Chance, new GuardedLogger(Loggers.CreateLogger("TaskGen.Worker")));
}
