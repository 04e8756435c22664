namespace TaskGen.Definitions;

/// <summary>
/// Dispatches a task through a generic method with all types of the task. It is used for a signature of a single task, and for a task that
/// was found by name.
/// </summary>
internal interface ITypedDispatcher
{
    /// <summary>Dispatches one task.</summary>
    /// <typeparam name="TTask">The generated task type.</typeparam>
    /// <typeparam name="TArgs">The payload type of the task.</typeparam>
    /// <typeparam name="TResult">The result type of the task.</typeparam>
    /// <typeparam name="THandle">The handle type of the task.</typeparam>
    /// <param name="args">The payload.</param>
    /// <param name="written">
    /// The payload, if it was written before; null if it must be written now. Only a signature has one, and only its own client dispatches
    /// it.
    /// </param>
    /// <param name="options">The options that override the values of the attribute; null if there are none.</param>
    /// <param name="cancellationToken">
    /// The token to monitor for cancellation requests. If the call is canceled, it is possible that the task was enqueued.
    /// </param>
    /// <returns>The handle of the task.</returns>
    Task<THandle> DispatchAsync<TTask, TArgs, TResult, THandle>(
        TArgs args, WrittenPayload? written, EnqueueOptions? options, CancellationToken cancellationToken)
        where TTask : ITaskDefinition<TArgs, TResult, THandle>
        where THandle : TaskHandle;
}
