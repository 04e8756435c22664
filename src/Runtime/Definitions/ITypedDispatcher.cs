namespace TaskGen.Definitions;

/// <summary>
/// Dispatches a task with all its types: what a signature that stands alone, and a task that was found by name, ask of a client.
/// </summary>
internal interface ITypedDispatcher
{
    /// <summary>Dispatches one task.</summary>
    /// <typeparam name="TTask">The generated task type.</typeparam>
    /// <typeparam name="TArgs">Its payload.</typeparam>
    /// <typeparam name="TResult">What it returns.</typeparam>
    /// <typeparam name="THandle">The type of its handles.</typeparam>
    /// <param name="args">The payload.</param>
    /// <param name="options">The options that override the declared ones; null where there are none.</param>
    /// <param name="cancellationToken">Ends the call; the task may have been enqueued.</param>
    /// <returns>The handle.</returns>
    Task<THandle> DispatchAsync<TTask, TArgs, TResult, THandle>(TArgs args, EnqueueOptions? options, CancellationToken cancellationToken)
        where TTask : ITaskDefinition<TArgs, TResult, THandle>
        where THandle : TaskHandle;
}
