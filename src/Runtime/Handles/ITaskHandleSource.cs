using System.ComponentModel;
using System.Text.Json;

namespace TaskGen;

/// <summary>
/// Provides the operations that a <see cref="TaskHandle"/> uses. The broker client and the test clients implement this interface.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ITaskHandleSource
{
    /// <summary>Gets the JSON options for reading results and progress details.</summary>
    JsonSerializerOptions JsonOptions { get; }

    /// <summary>Waits until a task succeeds.</summary>
    /// <param name="id">The id of the task.</param>
    /// <param name="timeout">
    /// The maximum time to wait, or <see cref="Timeout.InfiniteTimeSpan"/> for no limit. Zero reads the state of the task once and does not
    /// wait.
    /// </param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests. Canceling it stops the wait, not the task.</param>
    /// <returns>The result as UTF-8 JSON; empty if the task returns no value.</returns>
    /// <exception cref="TaskFailedException">The task failed, was canceled, or expired.</exception>
    /// <exception cref="TaskNotFoundException">No task has this id, or its record has expired.</exception>
    /// <exception cref="TimeoutException">The task did not end within <paramref name="timeout"/>. The task is not canceled.</exception>
    /// <exception cref="InvalidOperationException">
    /// The task is declared with <see cref="TaskAttribute.IgnoreResult"/>, so its state and result are not stored.
    /// </exception>
    Task<ReadOnlyMemory<byte>> WaitAsync(TaskId id, TimeSpan timeout, CancellationToken cancellationToken);

    /// <summary>Reads the current state of a task.</summary>
    /// <param name="id">The id of the task.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>The current state of the task.</returns>
    /// <exception cref="TaskNotFoundException">No task has this id, or its record has expired.</exception>
    /// <exception cref="InvalidOperationException">
    /// The task is declared with <see cref="TaskAttribute.IgnoreResult"/>, so its state and result are not stored.
    /// </exception>
    Task<TaskSnapshot> GetSnapshotAsync(TaskId id, CancellationToken cancellationToken);

    /// <summary>Returns the progress reports of a task until the task ends.</summary>
    /// <param name="id">The id of the task.</param>
    /// <param name="cancellationToken">
    /// The token to monitor for cancellation requests. Canceling it stops the enumeration, not the task.
    /// </param>
    /// <returns>Each report as UTF-8 JSON.</returns>
    IAsyncEnumerable<ReadOnlyMemory<byte>> ProgressAsync(TaskId id, CancellationToken cancellationToken);

    /// <summary>Returns the current state of a task and each further change, until the task ends.</summary>
    /// <param name="id">The id of the task.</param>
    /// <param name="cancellationToken">
    /// The token to monitor for cancellation requests. Canceling it stops the enumeration, not the task.
    /// </param>
    /// <returns>The states. The last one is the end of the task.</returns>
    /// <exception cref="NotSupportedException">The source was written for an earlier version of this interface.</exception>
    IAsyncEnumerable<TaskSnapshot> WatchAsync(TaskId id, CancellationToken cancellationToken) =>
        throw new NotSupportedException($"{GetType()} does not implement ITaskHandleSource.WatchAsync.");

    /// <summary>
    /// Cancels a waiting task, or requests the worker of a running task to cancel it, and returns which of both happened.
    /// </summary>
    /// <param name="id">The id of the task.</param>
    /// <param name="reason">The reason, which callers that wait for the task receive.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>The effect of the call.</returns>
    async Task<CancelResult> RequestCancelAsync(TaskId id, string? reason, CancellationToken cancellationToken) =>
        await CancelAsync(id, reason, cancellationToken).ConfigureAwait(false) ? CancelResult.Requested : CancelResult.AlreadyEnded;

    /// <summary>Cancels a waiting task, or requests the worker of a running task to cancel it.</summary>
    /// <param name="id">The id of the task.</param>
    /// <param name="reason">The reason, which callers that wait for the task receive.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>
    /// <see langword="true"/> if the task was canceled or the cancellation was requested; <see langword="false"/> if the task has already
    /// ended.
    /// </returns>
    Task<bool> CancelAsync(TaskId id, string? reason, CancellationToken cancellationToken);
}
