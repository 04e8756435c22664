namespace TaskGen.Definitions;

/// <summary>
/// Dispatches a task with all its types. A signature that is a single task and a task that was found by name are dispatched in this way.
/// </summary>
internal interface ITypedDispatcher
{
    /// <summary>Dispatches one task.</summary>
    /// <typeparam name="TTask">The generated task type.</typeparam>
    /// <typeparam name="TArgs">The payload type of the task.</typeparam>
    /// <typeparam name="TResult">The result type of the task.</typeparam>
    /// <typeparam name="THandle">The handle type of the task.</typeparam>
    /// <param name="args">The payload.</param>
    /// <param name="options">The options that override the declared ones; null if there are none.</param>
    /// <param name="cancellationToken">
    /// The token to monitor for cancellation requests. Canceling it ends the call, but the task may have been enqueued.
    /// </param>
    /// <returns>The handle of the task.</returns>
    Task<THandle> DispatchAsync<TTask, TArgs, TResult, THandle>(TArgs args, EnqueueOptions? options, CancellationToken cancellationToken)
        where TTask : ITaskDefinition<TArgs, TResult, THandle>
        where THandle : TaskHandle;
}
