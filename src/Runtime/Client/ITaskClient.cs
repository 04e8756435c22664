using System.ComponentModel;
using System.Text.Json;

namespace TaskGen;

/// <summary>Dispatches tasks and creates handles of tasks that were dispatched earlier.</summary>
/// <remarks>
/// Generated clients call this interface, and each generated client is also available as a property on it. One instance per process is
/// sufficient; it is safe for concurrent use. For tests, the package <c>TaskGen.Testing</c> contains other implementations.
/// </remarks>
public interface ITaskClient
{
    /// <summary>
    /// Gets the JSON options with which the client serializes arguments. They are read-only. <see langword="null"/>, the default, means
    /// that they are not known.
    /// </summary>
    /// <remarks>
    /// The <c>Signature</c> and <c>Partial</c> methods of generated clients serialize the arguments with these options immediately, so that
    /// later changes of a collection or an object have no effect. If the options are not known, the arguments are serialized when the
    /// signature is dispatched. A class that wraps another client should return the options of that client.
    /// </remarks>
    JsonSerializerOptions? JsonOptions => null;

    /// <summary>Dispatches one task. Called by generated code, which specifies the type arguments.</summary>
    /// <typeparam name="TTask">The generated task type.</typeparam>
    /// <typeparam name="TArgs">The type of the payload.</typeparam>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <typeparam name="THandle">The type of the handle.</typeparam>
    /// <param name="args">The payload.</param>
    /// <param name="options">
    /// The options that override the values of the <see cref="TaskAttribute"/>; <see langword="null"/> overrides none.
    /// </param>
    /// <param name="cancellationToken">
    /// The token to monitor for cancellation requests. If the call is canceled, it is possible that the task was enqueued.
    /// </param>
    /// <returns>The handle of the dispatched task.</returns>
    /// <exception cref="TaskArgumentException">An argument cannot be serialized. No task was enqueued.</exception>
    /// <exception cref="TaskPayloadTooLargeException">The payload or the headers exceed the size limit. No task was enqueued.</exception>
    /// <exception cref="ArgumentException">An option is not valid. No task was enqueued.</exception>
    /// <exception cref="TaskBrokerException">
    /// The broker rejected the dispatch or could not be reached. If many tasks were sent in several batches, the tasks of earlier batches
    /// stay enqueued.
    /// </exception>
    /// <exception cref="TaskEnqueueUnknownException">The broker did not answer. It is not known whether the task was enqueued.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    Task<THandle> EnqueueAsync<TTask, TArgs, TResult, THandle>(
        TArgs args, EnqueueOptions? options = null, CancellationToken cancellationToken = default)
        where TTask : ITaskDefinition<TArgs, TResult, THandle>
        where THandle : TaskHandle;

    /// <summary>Dispatches many tasks, which are sent to the broker in batches. Called by generated code.</summary>
    /// <inheritdoc cref="EnqueueAsync{TTask, TArgs, TResult, THandle}(TArgs, EnqueueOptions?, CancellationToken)"/>
    /// <param name="args">The payloads.</param>
    /// <param name="options">
    /// The options that override the values of the <see cref="TaskAttribute"/>; <see langword="null"/> overrides none.
    /// </param>
    /// <param name="cancellationToken">
    /// The token to monitor for cancellation requests. If the call is canceled, it is possible that some of the tasks were enqueued.
    /// </param>
    /// <returns>The handles of the dispatched tasks, in the order of the payloads.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    Task<IReadOnlyList<THandle>> EnqueueManyAsync<TTask, TArgs, TResult, THandle>(
        IEnumerable<TArgs> args, EnqueueOptions? options = null, CancellationToken cancellationToken = default)
        where TTask : ITaskDefinition<TArgs, TResult, THandle>
        where THandle : TaskHandle;

    /// <summary>Dispatches a signature: one task, or a canvas of several tasks.</summary>
    /// <remarks>
    /// A signature of one task is dispatched in the same way as with the generated <c>DelayAsync</c> method of that task. A canvas is
    /// stored completely before its first task starts. After that, the canvas continues even if this process ends.
    /// </remarks>
    /// <typeparam name="T">The type of the result of the signature.</typeparam>
    /// <param name="signature">The signature to dispatch. <see cref="Canvas"/> combines signatures.</param>
    /// <param name="cancellationToken">
    /// The token to monitor for cancellation requests. If the call is canceled, it is possible that the signature was enqueued.
    /// </param>
    /// <returns>The handle of the task or the canvas. Canceling a canvas cancels all of its tasks that have not ended.</returns>
    /// <exception cref="TaskArgumentException">An argument cannot be serialized. No task was enqueued.</exception>
    /// <exception cref="TaskPayloadTooLargeException">A payload or its headers exceed the size limit. No task was enqueued.</exception>
    /// <exception cref="ArgumentException">
    /// An option is not valid, or the canvas exceeds <see cref="TaskGenOptions.MaxGroupSize"/>,
    /// <see cref="TaskGenOptions.MaxChainLength"/>, or <see cref="TaskGenOptions.MaxCanvasTasks"/>. No task was enqueued.
    /// </exception>
    /// <exception cref="TaskBrokerException">The broker rejected the dispatch or could not be reached. No task was enqueued.</exception>
    /// <exception cref="TaskEnqueueUnknownException">
    /// The broker did not answer. It is not known whether the task or the canvas was enqueued.
    /// </exception>
    Task<TaskHandle<T>> DelayAsync<T>(Signature<T> signature, CancellationToken cancellationToken = default);

    /// <summary>Creates a handle from a task id.</summary>
    /// <remarks>The broker is not called until the handle is used, so an unknown id is not detected here.</remarks>
    /// <param name="id">The id of the task.</param>
    /// <returns>The handle of the task.</returns>
    TaskHandle GetHandle(TaskId id);

    /// <summary>Creates a handle from the id of a task that returns a result.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="id">The id of the task.</param>
    /// <returns>The handle of the task.</returns>
    TaskHandle<T> GetHandle<T>(TaskId id);

    /// <summary>Creates a handle from the id of a task whose progress reports include a typed detail value.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <typeparam name="TDetail">The type of the detail value in progress reports.</typeparam>
    /// <param name="id">The id of the task.</param>
    /// <returns>The handle of the task.</returns>
    TaskHandle<T, TDetail> GetHandle<T, TDetail>(TaskId id);
}
