using System.ComponentModel;

namespace TaskGen;

/// <summary>
/// Enqueues tasks and finds them again. Generated clients do their work through it, and tests replace it (<c>TaskGen.Testing</c>). Safe for
/// concurrent use; one a process is enough.
/// </summary>
public interface ITaskClient
{
    /// <summary>Enqueues one task. Called by generated code, which spells the type arguments out.</summary>
    /// <typeparam name="TTask">The generated task type.</typeparam>
    /// <typeparam name="TArgs">Its payload.</typeparam>
    /// <typeparam name="TResult">What it returns.</typeparam>
    /// <typeparam name="THandle">The type of its handles.</typeparam>
    /// <param name="args">The payload.</param>
    /// <param name="options">What this dispatch wants otherwise than declared.</param>
    /// <param name="cancellationToken">Ends the call; the task may have been enqueued.</param>
    /// <returns>The handle.</returns>
    /// <exception cref="TaskArgumentException">An argument cannot be serialised; nothing was enqueued.</exception>
    /// <exception cref="TaskPayloadTooLargeException">The payload is over the limit; nothing was enqueued.</exception>
    /// <exception cref="ArgumentException">An option is not valid; nothing was enqueued.</exception>
    /// <exception cref="TaskBrokerException">The broker refused; nothing was enqueued.</exception>
    /// <exception cref="TaskEnqueueUnknownException">The broker did not answer.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    Task<THandle> EnqueueAsync<TTask, TArgs, TResult, THandle>(
        TArgs args, EnqueueOptions? options = null, CancellationToken cancellationToken = default)
        where TTask : ITaskDefinition<TArgs, TResult, THandle>
        where THandle : TaskHandle;

    /// <summary>Enqueues many tasks, one round trip a batch. Called by generated code.</summary>
    /// <inheritdoc cref="EnqueueAsync{TTask, TArgs, TResult, THandle}(TArgs, EnqueueOptions?, CancellationToken)"/>
    /// <param name="args">The payloads.</param>
    /// <param name="options">What these dispatches want otherwise than declared.</param>
    /// <param name="cancellationToken">Ends the call; some of the tasks may have been enqueued.</param>
    /// <returns>The handles, in the order of the payloads.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    Task<IReadOnlyList<THandle>> EnqueueManyAsync<TTask, TArgs, TResult, THandle>(
        IEnumerable<TArgs> args, EnqueueOptions? options = null, CancellationToken cancellationToken = default)
        where TTask : ITaskDefinition<TArgs, TResult, THandle>
        where THandle : TaskHandle;

    /// <summary>
    /// Enqueues all that a signature plans. One task alone is enqueued as its own <c>DelayAsync</c> would; more are a canvas: stored as a
    /// whole, started when all of it is there, and from then on brought to its end whatever happens to this process.
    /// </summary>
    /// <typeparam name="T">What it comes to.</typeparam>
    /// <param name="signature">The plan; see <see cref="Canvas"/>.</param>
    /// <param name="cancellationToken">Ends the call; it may have been enqueued.</param>
    /// <returns>The handle of the whole. Canceling it cancels all that has not ended.</returns>
    /// <exception cref="TaskArgumentException">An argument cannot be serialised; nothing was enqueued.</exception>
    /// <exception cref="TaskPayloadTooLargeException">A payload is over the limit; nothing was enqueued.</exception>
    /// <exception cref="ArgumentException">
    /// An option is not valid, or the canvas is over <see cref="TaskGenOptions.MaxGroupSize"/>, <see cref="TaskGenOptions.MaxChainLength"/>
    /// or <see cref="TaskGenOptions.MaxCanvasTasks"/>; nothing was enqueued.
    /// </exception>
    /// <exception cref="TaskBrokerException">The broker refused; nothing was enqueued.</exception>
    /// <exception cref="TaskEnqueueUnknownException">The broker did not answer.</exception>
    Task<TaskHandle<T>> DelayAsync<T>(Signature<T> signature, CancellationToken cancellationToken = default);

    /// <summary>Finds a task again by its id. Nothing is asked of the broker until the handle is used.</summary>
    /// <param name="id">The task.</param>
    /// <returns>The handle.</returns>
    TaskHandle GetHandle(TaskId id);

    /// <summary>Finds a task again by its id.</summary>
    /// <typeparam name="T">What it returns.</typeparam>
    /// <param name="id">The task.</param>
    /// <returns>The handle.</returns>
    TaskHandle<T> GetHandle<T>(TaskId id);

    /// <summary>Finds a task again by its id.</summary>
    /// <typeparam name="T">What it returns.</typeparam>
    /// <typeparam name="TDetail">The detail of its progress.</typeparam>
    /// <param name="id">The task.</param>
    /// <returns>The handle.</returns>
    TaskHandle<T, TDetail> GetHandle<T, TDetail>(TaskId id);
}
