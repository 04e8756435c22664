using Microsoft.Extensions.Logging;

namespace TaskGen.Telemetry;

/// <summary>Contains all log messages of the runtime. Arguments and results are never logged.</summary>
internal static partial class LogMessages
{
    [LoggerMessage(1, LogLevel.Information, "Worker {Worker} has started. It serves these queues: {Queues}.")]
    public static partial void WorkerStarted(ILogger logger, string worker, string queues);

    [LoggerMessage(2, LogLevel.Information, "Worker {Worker} has stopped. {HandedBack} task(s) were returned to their queues.")]
    public static partial void WorkerStopped(ILogger logger, string worker, int handedBack);

    [LoggerMessage(
        3,
        LogLevel.Warning,
        "Worker {Worker} was declared dead on queue {Queue}. It abandons the {Held} "
        + "task(s) that it held and continues as a new incarnation.")]
    public static partial void LeaseLost(ILogger logger, string worker, string queue, int held);

    [LoggerMessage(
        4,
        LogLevel.Warning,
        "The broker refused to settle task {TaskId}, because this worker no longer holds the task. Another worker may run it.")]
    public static partial void WriteRefused(ILogger logger, Guid taskId);

    [LoggerMessage(5, LogLevel.Warning, "The heartbeat of worker {Worker} on queue {Queue} failed. The worker sends it again soon.")]
    public static partial void HeartbeatFailed(ILogger logger, string worker, string queue, Exception exception);

    [LoggerMessage(6, LogLevel.Warning, "A request to the broker for queue {Queue} failed. TaskGen tries again in {Wait}.")]
    public static partial void BrokerFailed(ILogger logger, string queue, TimeSpan wait, Exception exception);

    [LoggerMessage(7, LogLevel.Warning, "The watched tasks of queue {Queue} could not be read. TaskGen tries again soon.")]
    public static partial void WatchFailed(ILogger logger, string queue, Exception exception);

    [LoggerMessage(
        8,
        LogLevel.Information,
        "On queue {Queue}, {Recovered} task(s) of dead workers were returned to the queue, and {Poisoned} "
        + "poison task(s) became dead letters.")]
    public static partial void Recovered(ILogger logger, string queue, int recovered, int poisoned);

    [LoggerMessage(
        10, LogLevel.Warning, "Task {TaskName} ({TaskId}) failed on attempt {Attempt} of {MaxAttempts} and is retried in {Delay}.")]
    public static partial void Retrying(
        ILogger logger, string taskName, TaskId taskId, int attempt, int maxAttempts, TimeSpan delay, Exception exception);

    [LoggerMessage(11, LogLevel.Error, "Task {TaskName} ({TaskId}) failed permanently on attempt {Attempt} of {MaxAttempts}: {Reason}.")]
    public static partial void Failed(
        ILogger logger, string taskName, TaskId taskId, int attempt, int maxAttempts, string reason, Exception exception);

    [LoggerMessage(12, LogLevel.Error, "A task of queue {Queue} cannot be run and becomes a dead letter: {Problem}.")]
    public static partial void Malformed(ILogger logger, string queue, string problem);

    [LoggerMessage(
        13,
        LogLevel.Warning,
        "This worker does not know task {TaskName} ({TaskId}). The task is postponed so that a newer worker can run it.")]
    public static partial void UnknownTask(ILogger logger, string taskName, TaskId taskId);

    [LoggerMessage(
        14, LogLevel.Warning, "Task {TaskName} ({TaskId}) was abandoned while its handler was still running. The reason is {Reason}.")]
    public static partial void Abandoned(ILogger logger, string taskName, TaskId taskId, StopReason reason);

    [LoggerMessage(
        15, LogLevel.Error, "The services of task {TaskName} ({TaskId}) could not be disposed of. The outcome of the task stays the same.")]
    public static partial void DisposeFailed(ILogger logger, string taskName, TaskId taskId, Exception exception);

    [LoggerMessage(19, LogLevel.Error, "A callback on the cancellation token of task {TaskName} ({TaskId}) threw an exception.")]
    public static partial void CallbackFailed(ILogger logger, string taskName, TaskId taskId, Exception exception);

    [LoggerMessage(16, LogLevel.Warning, "A progress report of task {TaskName} ({TaskId}) was dropped: {Problem}.")]
    public static partial void ProgressDropped(ILogger logger, string taskName, TaskId taskId, string problem);

    [LoggerMessage(17, LogLevel.Critical, "The lease loop of queue {Queue} failed with an unexpected exception. TaskGen starts it again.")]
    public static partial void LoopFailed(ILogger logger, string queue, Exception exception);

    [LoggerMessage(
        18,
        LogLevel.Critical,
        "TaskGen failed internally on task {TaskId} of queue {Queue}. The task becomes a dead letter. This is a defect of TaskGen.")]
    public static partial void RuntimeFailed(ILogger logger, Guid taskId, string queue, Exception exception);

    [LoggerMessage(
        20,
        LogLevel.Warning,
        "Redis server {Server} has maxmemory-policy {Policy}. When its memory is full, it deletes keys, including tasks. "
        + "RedisOptions.AllowEviction permits this.")]
    public static partial void EvictionAllowed(ILogger logger, string server, string policy);

    [LoggerMessage(
        21,
        LogLevel.Warning,
        "Redis server {Server} does not report its maxmemory-policy. "
        + "Unless the policy is 'noeviction', tasks can be lost when memory is full.")]
    public static partial void EvictionUnknown(ILogger logger, string server);

    [LoggerMessage(
        22,
        LogLevel.Warning,
        "Redis server {Server} has no append-only file. If it crashes, everything that was stored since its last snapshot is lost.")]
    public static partial void NoPersistence(ILogger logger, string server);

    [LoggerMessage(23, LogLevel.Warning, "A canvas delivery of queue {Queue} failed. TaskGen tries again within seconds.")]
    public static partial void DeliveryFailed(ILogger logger, string queue, Exception exception);

    [LoggerMessage(
        24, LogLevel.Warning, "Task {TaskName} ({TaskId}) was canceled, but some tasks that it had dispatched could not be canceled.")]
    public static partial void ChildrenNotCanceled(ILogger logger, string taskName, TaskId taskId, Exception exception);

    [LoggerMessage(
        40,
        LogLevel.Warning,
        "Task {TaskId} lost its lease of resource {Resource}, which was not renewed in time. "
        + "The cancellation token of the task is canceled.")]
    public static partial void ResourceLost(ILogger logger, string resource, TaskId taskId);

    [LoggerMessage(
        41, LogLevel.Warning, "A lease of resource {Resource} could not be requested for task {TaskId}. TaskGen tries again in {Wait}.")]
    public static partial void ResourceNotReached(ILogger logger, string resource, TaskId taskId, TimeSpan wait, Exception exception);

    [LoggerMessage(42, LogLevel.Warning, "The leases of resource {Resource} could not be renewed. TaskGen tries again soon.")]
    public static partial void ResourceNotRenewed(ILogger logger, string resource, Exception exception);

    [LoggerMessage(
        43,
        LogLevel.Warning,
        "The lease of resource {Resource} that task {TaskId} held or waited for could not be released. It remains until it expires.")]
    public static partial void ResourceNotReleased(ILogger logger, string resource, TaskId taskId, Exception exception);

    [LoggerMessage(
        44,
        LogLevel.Warning,
        "TaskGen could not subscribe to the notifications of resource {Resource}. "
        + "Until the subscription succeeds, the heartbeat determines which task is next.")]
    public static partial void ResourceNotHeard(ILogger logger, string resource, Exception exception);
}
