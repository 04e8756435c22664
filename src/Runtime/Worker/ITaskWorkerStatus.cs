namespace TaskGen;

/// <summary>
/// Provides the state of the worker in this process, for example for a readiness probe. <see cref="TaskGenBuilder.AddWorker"/> adds it to
/// the services.
/// </summary>
public interface ITaskWorkerStatus
{
    /// <summary>
    /// Gets a value that indicates whether the worker serves all its queues. It is <see langword="false"/> before the worker has reached
    /// the broker, after the broker has been unavailable for <see cref="WorkerOptions.LeaseDuration"/>, and after the worker was stopped.
    /// </summary>
    bool IsReady { get; }
}
