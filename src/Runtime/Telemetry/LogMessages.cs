using Microsoft.Extensions.Logging;

namespace TaskGen.Telemetry;

/// <summary>Every log message of the runtime. Arguments and results are never logged.</summary>
internal static partial class LogMessages
{
    [LoggerMessage(1, LogLevel.Information, "Worker {Worker} serves {Queues}.")]
    public static partial void WorkerStarted(ILogger logger, string worker, string queues);

    [LoggerMessage(2, LogLevel.Information, "Worker {Worker} has stopped; {HandedBack} task(s) went back to their queues.")]
    public static partial void WorkerStopped(ILogger logger, string worker, int handedBack);

    [LoggerMessage(
        3,
        LogLevel.Warning,
        "Worker {Worker} was declared dead on queue {Queue}. It lets go of {Held} task(s) and goes on as a new incarnation.")]
    public static partial void LeaseLost(ILogger logger, string worker, string queue, int held);

    [LoggerMessage(4, LogLevel.Warning, "A write for task {TaskId} was refused: another worker may hold it.")]
    public static partial void WriteRefused(ILogger logger, Guid taskId);

    [LoggerMessage(5, LogLevel.Warning, "The heartbeat of worker {Worker} on queue {Queue} failed.")]
    public static partial void HeartbeatFailed(ILogger logger, string worker, string queue, Exception exception);

    [LoggerMessage(6, LogLevel.Warning, "Queue {Queue} could not be reached; it is tried again in {Wait}.")]
    public static partial void BrokerFailed(ILogger logger, string queue, TimeSpan wait, Exception exception);

    [LoggerMessage(7, LogLevel.Warning, "Watched tasks of queue {Queue} could not be read; they are read again soon.")]
    public static partial void WatchFailed(ILogger logger, string queue, Exception exception);

    [LoggerMessage(
        8,
        LogLevel.Information,
        "Queue {Queue}: {Recovered} task(s) of dead workers were put back, {Poisoned} went to the dead letters as poison.")]
    public static partial void Recovered(ILogger logger, string queue, int recovered, int poisoned);

    [LoggerMessage(
        10, LogLevel.Warning, "Task {TaskName} ({TaskId}) failed on attempt {Attempt} of {MaxAttempts} and is retried in {Delay}.")]
    public static partial void Retrying(
        ILogger logger, string taskName, TaskId taskId, int attempt, int maxAttempts, TimeSpan delay, Exception exception);

    [LoggerMessage(11, LogLevel.Error, "Task {TaskName} ({TaskId}) failed for good on attempt {Attempt} of {MaxAttempts}: {Reason}.")]
    public static partial void Failed(
        ILogger logger, string taskName, TaskId taskId, int attempt, int maxAttempts, string reason, Exception exception);

    [LoggerMessage(12, LogLevel.Error, "A task of queue {Queue} went to the dead letters: {Problem}.")]
    public static partial void Malformed(ILogger logger, string queue, string problem);

    [LoggerMessage(13, LogLevel.Warning, "This worker does not know task {TaskName} ({TaskId}); it is put off for a newer worker.")]
    public static partial void UnknownTask(ILogger logger, string taskName, TaskId taskId);

    [LoggerMessage(14, LogLevel.Warning, "Task {TaskName} ({TaskId}) was given up while its handler still runs: {Reason}.")]
    public static partial void Abandoned(ILogger logger, string taskName, TaskId taskId, StopReason reason);

    [LoggerMessage(15, LogLevel.Error, "Task {TaskName} ({TaskId}): its services could not be disposed of.")]
    public static partial void DisposeFailed(ILogger logger, string taskName, TaskId taskId, Exception exception);

    [LoggerMessage(19, LogLevel.Error, "Task {TaskName} ({TaskId}): a callback of its cancellation token failed.")]
    public static partial void CallbackFailed(ILogger logger, string taskName, TaskId taskId, Exception exception);

    [LoggerMessage(16, LogLevel.Warning, "A progress report of task {TaskName} ({TaskId}) was dropped: {Problem}.")]
    public static partial void ProgressDropped(ILogger logger, string taskName, TaskId taskId, string problem);

    [LoggerMessage(17, LogLevel.Critical, "The loop of queue {Queue} failed in a way that it should not; it starts again.")]
    public static partial void LoopFailed(ILogger logger, string queue, Exception exception);

    [LoggerMessage(
        18,
        LogLevel.Critical,
        "The runtime failed on task {TaskId} of queue {Queue}, which goes to the dead letters. This is a defect of TaskGen.")]
    public static partial void RuntimeFailed(ILogger logger, Guid taskId, string queue, Exception exception);

    [LoggerMessage(
        20,
        LogLevel.Warning,
        "Redis server {Server} has maxmemory-policy {Policy}: when it is full it drops keys, and tasks with them. "
        + "This was accepted by RedisOptions.AllowEviction.")]
    public static partial void EvictionAllowed(ILogger logger, string server, string policy);

    [LoggerMessage(
        21,
        LogLevel.Warning,
        "Redis server {Server} does not say its maxmemory-policy. Unless it is 'noeviction', tasks can vanish when it is full.")]
    public static partial void EvictionUnknown(ILogger logger, string server);

    [LoggerMessage(
        22,
        LogLevel.Warning,
        "Redis server {Server} keeps no append-only file: what came in since its last snapshot is lost when it crashes.")]
    public static partial void NoPersistence(ILogger logger, string server);

    [LoggerMessage(23, LogLevel.Warning, "Something recorded in queue {Queue} could not be delivered; it is tried again within seconds.")]
    public static partial void DeliveryFailed(ILogger logger, string queue, Exception exception);

    [LoggerMessage(
        24, LogLevel.Warning, "Task {TaskName} ({TaskId}) was canceled, but not all of the tasks that it had dispatched could be.")]
    public static partial void ChildrenNotCanceled(ILogger logger, string taskName, TaskId taskId, Exception exception);

    [LoggerMessage(
        40,
        LogLevel.Warning,
        "Task {TaskId} lost its lease of resource {Resource}: it could not be renewed in time. Its token is canceled.")]
    public static partial void ResourceLost(ILogger logger, string resource, TaskId taskId);

    [LoggerMessage(
        41, LogLevel.Warning, "Resource {Resource} could not be asked for a lease for task {TaskId}; it is tried again in {Wait}.")]
    public static partial void ResourceNotReached(ILogger logger, string resource, TaskId taskId, TimeSpan wait, Exception exception);

    [LoggerMessage(42, LogLevel.Warning, "The leases of resource {Resource} could not be renewed; it is tried again soon.")]
    public static partial void ResourceNotRenewed(ILogger logger, string resource, Exception exception);

    [LoggerMessage(
        43,
        LogLevel.Warning,
        "The lease of resource {Resource} that task {TaskId} held or waited for could not be given back; it ends by itself.")]
    public static partial void ResourceNotReleased(ILogger logger, string resource, TaskId taskId, Exception exception);

    [LoggerMessage(44, LogLevel.Warning, "Calls of resource {Resource} cannot be heard; until they can, heartbeats tell whose turn it is.")]
    public static partial void ResourceNotHeard(ILogger logger, string resource, Exception exception);
}
