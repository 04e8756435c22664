using Microsoft.Extensions.Logging;

namespace TaskGen.Telemetry;

/// <summary>Contains all log messages of the runtime. Arguments and results are never logged.</summary>
internal static partial class LogMessages
{
    [LoggerMessage(
        1,
        LogLevel.Information,
        "Worker {Worker} has started in namespace '{Namespace}'. It knows {Tasks} task(s), and serves these queues: {Queues}.")]
    public static partial void WorkerStarted(ILogger logger, string worker, string @namespace, int tasks, string queues);

    [LoggerMessage(2, LogLevel.Information, "Worker {Worker} has stopped. {HandedBack} task(s) were returned to their queues.")]
    public static partial void WorkerStopped(ILogger logger, string worker, int handedBack);

    [LoggerMessage(
        3,
        LogLevel.Warning,
        "Worker {Worker} was declared dead on queue {Queue} and lost its leases. It abandons the {Held} "
        + "task(s) that it held and registers again. Other workers can run these tasks.")]
    public static partial void LeaseLost(ILogger logger, string worker, string queue, int held);

    [LoggerMessage(
        4,
        LogLevel.Warning,
        "The broker rejected the outcome of task {TaskId} because this worker no longer holds the task. "
        + "Another worker might run the task again.")]
    public static partial void WriteRefused(ILogger logger, Guid taskId);

    [LoggerMessage(5, LogLevel.Debug, "The heartbeat of worker {Worker} on queue {Queue} failed. The worker will retry shortly.")]
    public static partial void HeartbeatFailed(ILogger logger, string worker, string queue, Exception exception);

    [LoggerMessage(6, LogLevel.Debug, "A request to the broker for queue {Queue} failed. TaskGen will retry in {Wait}.")]
    public static partial void BrokerFailed(ILogger logger, string queue, string wait, Exception exception);

    [LoggerMessage(
        7,
        LogLevel.Debug,
        "The states of the tasks in queue {Queue} for which callers wait could not be read. TaskGen will retry shortly.")]
    public static partial void WatchFailed(ILogger logger, string queue, Exception exception);

    [LoggerMessage(
        8,
        LogLevel.Information,
        "In queue {Queue}, {Recovered} task(s) of dead workers were returned to the queue, and {Poisoned} "
        + "poison task(s) became dead letters.")]
    public static partial void Recovered(ILogger logger, string queue, int recovered, int poisoned);

    [LoggerMessage(
        10, LogLevel.Warning, "Task {TaskName} ({TaskId}) failed on attempt {Attempt} of {MaxAttempts} and is retried in {Delay}.")]
    public static partial void Retrying(
        ILogger logger, string taskName, TaskId taskId, int attempt, int maxAttempts, string delay, Exception exception);

    [LoggerMessage(11, LogLevel.Error, "Task {TaskName} ({TaskId}) failed permanently on attempt {Attempt} of {MaxAttempts}: {Reason}.")]
    public static partial void Failed(
        ILogger logger, string taskName, TaskId taskId, int attempt, int maxAttempts, string reason, Exception exception);

    [LoggerMessage(12, LogLevel.Error, "A task in queue {Queue} cannot be run and becomes a dead letter: {Problem}.")]
    public static partial void Malformed(ILogger logger, string queue, string problem);

    [LoggerMessage(
        13,
        LogLevel.Warning,
        "This worker does not know task {TaskName} ({TaskId}). The task is postponed by {Delay} ({Count} of {Most}), so that a worker with "
        + "a newer version can run it. Does another application use namespace '{Namespace}'?")]
    public static partial void UnknownTask(
        ILogger logger, string taskName, TaskId taskId, string delay, int count, int most, string @namespace);

    [LoggerMessage(
        14, LogLevel.Warning, "Task {TaskName} ({TaskId}) was abandoned while its method was still running. The reason is {Reason}.")]
    public static partial void Abandoned(ILogger logger, string taskName, TaskId taskId, StopReason reason);

    [LoggerMessage(
        15,
        LogLevel.Error,
        "Disposing the service scope of task {TaskName} ({TaskId}) failed. The outcome of the attempt is not affected, because the attempt "
        + "failed or ended before.")]
    public static partial void DisposeFailed(ILogger logger, string taskName, TaskId taskId, Exception exception);

    [LoggerMessage(
        19, LogLevel.Error, "A callback registered with the cancellation token of task {TaskName} ({TaskId}) threw an exception.")]
    public static partial void CallbackFailed(ILogger logger, string taskName, TaskId taskId, Exception exception);

    [LoggerMessage(16, LogLevel.Warning, "A progress report of task {TaskName} ({TaskId}) was dropped: {Problem}.")]
    public static partial void ProgressDropped(ILogger logger, string taskName, TaskId taskId, string problem);

    [LoggerMessage(
        17, LogLevel.Critical, "The loop that leases tasks from queue {Queue} failed with an unexpected exception. TaskGen restarts it.")]
    public static partial void LoopFailed(ILogger logger, string queue, Exception exception);

    [LoggerMessage(
        18,
        LogLevel.Critical,
        "An internal error occurred while TaskGen processed task {TaskId} in queue {Queue}. The task becomes a dead letter. "
        + "This is a defect of TaskGen.")]
    public static partial void RuntimeFailed(ILogger logger, Guid taskId, string queue, Exception exception);

    [LoggerMessage(
        20,
        LogLevel.Warning,
        "Redis server {Server} uses the maxmemory-policy {Policy}, so it deletes keys, including tasks, when its memory is full. "
        + "The worker runs anyway because RedisOptions.AllowEviction is true. To keep tasks safe, set the policy to noeviction.")]
    public static partial void EvictionAllowed(ILogger logger, string server, string policy);

    [LoggerMessage(
        21,
        LogLevel.Warning,
        "Redis server {Server} does not report its maxmemory-policy. "
        + "Unless the policy is 'noeviction', tasks can be lost when its memory is full.")]
    public static partial void EvictionUnknown(ILogger logger, string server);

    [LoggerMessage(
        22,
        LogLevel.Warning,
        "Redis server {Server} has no append-only file. If it crashes, everything that was stored since its last snapshot is lost. "
        + "To prevent this, set appendonly to yes.")]
    public static partial void NoPersistence(ILogger logger, string server);

    [LoggerMessage(
        23,
        LogLevel.Warning,
        "TaskGen could not deliver canvas updates (outcomes, tasks to start, or cancellations) from queue {Queue}. "
        + "It will retry within seconds.")]
    public static partial void DeliveryFailed(ILogger logger, string queue, Exception exception);

    [LoggerMessage(
        24, LogLevel.Warning, "Task {TaskName} ({TaskId}) was canceled, but some tasks that it had dispatched could not be canceled.")]
    public static partial void ChildrenNotCanceled(ILogger logger, string taskName, TaskId taskId, Exception exception);

    [LoggerMessage(
        25,
        LogLevel.Warning,
        "The broker is not available: {Problem}. TaskGen will retry until it is available, and logs further failures at level Debug.")]
    public static partial void BrokerAway(ILogger logger, string problem, Exception? exception);

    [LoggerMessage(26, LogLevel.Information, "The broker is available again after {Duration}.")]
    public static partial void BrokerBack(ILogger logger, string duration);

    [LoggerMessage(
        27,
        LogLevel.Information,
        "Worker {Worker} has started, but is not ready. It will serve these queues when the broker is available: {Queues}.")]
    public static partial void WorkerWaits(ILogger logger, string worker, string queues);

    [LoggerMessage(
        28,
        LogLevel.Warning,
        "Worker {Worker} knows no task, so it cannot run any. Call AddGeneratedTasks() on the builder that AddTaskGen returns.")]
    public static partial void NoTasks(ILogger logger, string worker);

    [LoggerMessage(
        29,
        LogLevel.Information,
        "Tasks declare these queues, which worker {Worker} does not serve: {Queues}. Another process must serve them.")]
    public static partial void QueuesNotServed(ILogger logger, string worker, string queues);

    [LoggerMessage(
        30,
        LogLevel.Information,
        "TaskGen uses namespace '{Namespace}' on Redis, which is the default. If applications share the server, set a different namespace "
        + "in each of them, in all its processes: AddTaskGen(options => options.Namespace = \"name\").")]
    public static partial void DefaultNamespace(ILogger logger, string @namespace);

    [LoggerMessage(
        31,
        LogLevel.Warning,
        "This process does not receive the notifications of queue {Queue}, so tasks can start seconds later than they could. "
        + "Check the options of the Redis connection, and whether a proxy between the process and the server supports subscriptions.")]
    public static partial void BellNotReceived(ILogger logger, string queue);

    [LoggerMessage(32, LogLevel.Debug, "Task {TaskName} ({TaskId}) has started attempt {Attempt} of {MaxAttempts}.")]
    public static partial void Started(ILogger logger, string taskName, TaskId taskId, int attempt, int maxAttempts);

    [LoggerMessage(33, LogLevel.Debug, "Task {TaskName} ({TaskId}) succeeded on attempt {Attempt} after {Duration}.")]
    public static partial void Succeeded(ILogger logger, string taskName, TaskId taskId, int attempt, string duration);

    [LoggerMessage(
        34,
        LogLevel.Information,
        "Worker {Worker} is stopping. It waits up to {Timeout} for {Count} running task(s) in queue {Queue}: {Tasks}.")]
    public static partial void WaitsForTasks(ILogger logger, string worker, string timeout, int count, string queue, string tasks);

    [LoggerMessage(
        35,
        LogLevel.Information,
        "Task {TaskName} ({TaskId}) did not end before the shutdown. It is returned to the front of its queue, and the attempt is "
        + "not counted.")]
    public static partial void Returned(ILogger logger, string taskName, TaskId taskId);

    [LoggerMessage(
        40,
        LogLevel.Warning,
        "Task {TaskId} lost its lease on resource {Resource} because the lease was not renewed in time. "
        + "The task's cancellation token is canceled.")]
    public static partial void ResourceLost(ILogger logger, string resource, TaskId taskId);

    [LoggerMessage(
        41, LogLevel.Warning, "A lease on resource {Resource} could not be requested for task {TaskId}. TaskGen will retry in {Wait}.")]
    public static partial void ResourceNotReached(ILogger logger, string resource, TaskId taskId, string wait, Exception exception);

    [LoggerMessage(42, LogLevel.Warning, "The leases on resource {Resource} could not be renewed. TaskGen will retry shortly.")]
    public static partial void ResourceNotRenewed(ILogger logger, string resource, Exception exception);

    [LoggerMessage(
        43,
        LogLevel.Warning,
        "The lease on resource {Resource} that task {TaskId} held or was waiting for could not be released. It remains until it expires.")]
    public static partial void ResourceNotReleased(ILogger logger, string resource, TaskId taskId, Exception exception);

    [LoggerMessage(
        44,
        LogLevel.Warning,
        "TaskGen could not subscribe to notifications about resource {Resource}. "
        + "Until the subscription succeeds, tasks that wait for the resource may start later, because only the worker's heartbeat detects "
        + "that it is their turn.")]
    public static partial void ResourceNotHeard(ILogger logger, string resource, Exception exception);
}
