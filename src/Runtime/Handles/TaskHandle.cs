using System.ComponentModel;
using System.Runtime.CompilerServices;
using TaskGen.Execution;

namespace TaskGen;

/// <summary>Represents a dispatched task. Use a handle to wait for the task, to read its state and progress, and to cancel it.</summary>
/// <remarks>
/// A handle consists of the task id and a connection to the broker, so the task is not affected when the handle is discarded. Any process
/// can get another handle from the id with <see cref="ITaskClient.GetHandle(TaskId)"/>. A handle cannot be awaited directly; await
/// <see cref="GetAsync(CancellationToken)"/> instead.
/// </remarks>
public class TaskHandle
{
    private readonly ITaskHandleSource _source;

    /// <summary>Initializes a new instance of the <see cref="TaskHandle"/> class. Called by generated code and clients.</summary>
    /// <param name="source">The source of the state, result, and progress of the task.</param>
    /// <param name="id">The id of the task.</param>
    /// <param name="wasDeduplicated">
    /// <see langword="true"/> if the dispatch joined an existing task; otherwise, <see langword="false"/>.
    /// </param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public TaskHandle(ITaskHandleSource source, TaskId id, bool wasDeduplicated)
    {
        ArgumentNullException.ThrowIfNull(source);
        _source = source;
        Id = id;
        WasDeduplicated = wasDeduplicated;
    }

    /// <summary>
    /// Gets the id of the task. To get a handle in another process, store the id as a string, convert it with
    /// <see cref="TaskId.Parse(string)"/>, and pass the result to <see cref="ITaskClient.GetHandle(TaskId)"/>.
    /// </summary>
    public TaskId Id { get; }

    /// <summary>Gets a value that indicates whether the dispatch joined an existing task instead of creating one.</summary>
    public bool WasDeduplicated { get; }

    /// <summary>The source of the state, result, and progress of the task.</summary>
    internal ITaskHandleSource Source => _source;

    /// <summary>Waits until the task succeeds.</summary>
    /// <remarks>
    /// <para>The broker notifies the process when the task ends, so the wait does not depend on frequent polling.</para>
    /// <para>
    /// If a running task waits for another task, it releases its concurrency slot during the wait. Therefore, a parent task and the child
    /// tasks that it waits for can complete even on one queue with a concurrency of 1.
    /// </para>
    /// </remarks>
    /// <param name="cancellationToken">The token to monitor for cancellation requests. Canceling it stops the wait, not the task.</param>
    /// <returns>A <see cref="Task"/> that completes when the dispatched task succeeds.</returns>
    /// <exception cref="TaskFailedException">The task failed, was canceled, or expired.</exception>
    /// <exception cref="TaskNotFoundException">No task has this id, or its record has expired.</exception>
    /// <exception cref="InvalidOperationException">
    /// The result is not stored, because the task is declared with <see cref="TaskAttribute.IgnoreResult"/>.
    /// </exception>
    public virtual Task GetAsync(CancellationToken cancellationToken = default) =>
        _source.WaitAsync(Id, Timeout.InfiniteTimeSpan, cancellationToken);

    /// <inheritdoc cref="GetAsync(CancellationToken)"/>
    /// <param name="timeout">
    /// The maximum time to wait, or <see cref="Timeout.InfiniteTimeSpan"/> for no limit. Zero reads the state of the task once and does not
    /// wait.
    /// </param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests. Canceling it stops the wait, not the task.</param>
    /// <exception cref="TimeoutException">The task did not end within <paramref name="timeout"/>. The task is not canceled.</exception>
    public virtual Task GetAsync(TimeSpan timeout, CancellationToken cancellationToken = default) =>
        _source.WaitAsync(Id, timeout, cancellationToken);

    /// <summary>
    /// Returns the latest progress report of the task, if there is one, and then each further report until the task ends.
    /// </summary>
    /// <remarks>
    /// If reports follow each other quickly, some can be skipped, but the last report is always returned. If the task fails, the
    /// enumeration ends without an exception.
    /// </remarks>
    /// <param name="cancellationToken">
    /// The token to monitor for cancellation requests. Canceling it stops the enumeration, not the task.
    /// </param>
    /// <returns>The progress reports, in the order in which the task sent them.</returns>
    /// <exception cref="TaskNotFoundException">No task has this id, or its record has expired.</exception>
    /// <exception cref="InvalidOperationException">
    /// Progress is not stored, because the task is declared with <see cref="TaskAttribute.IgnoreResult"/>.
    /// </exception>
    public virtual IAsyncEnumerable<TaskProgress> ProgressAsync(CancellationToken cancellationToken = default) =>
        ReadProgressAsync(cancellationToken);

    /// <summary>
    /// Returns the current state of the task, and then each further change, such as a start, a progress report, a retry, and the end.
    /// </summary>
    /// <remarks>
    /// If changes follow each other quickly, some can be skipped, but the end is always returned: the last snapshot has
    /// <see cref="TaskSnapshot.HasEnded"/>, and contains the failure if the task did not succeed. The enumeration ends without an
    /// exception, also if the task failed. A running task that waits for the next change releases its concurrency slot during the wait.
    /// </remarks>
    /// <param name="cancellationToken">
    /// The token to monitor for cancellation requests. Canceling it stops the enumeration, not the task.
    /// </param>
    /// <returns>The states of the task, in order. Two consecutive snapshots differ.</returns>
    /// <exception cref="TaskNotFoundException">No task has this id, or its record has expired.</exception>
    /// <exception cref="InvalidOperationException">
    /// The state is not stored, because the task is declared with <see cref="TaskAttribute.IgnoreResult"/>.
    /// </exception>
    /// <example>
    /// <code>
    /// await foreach (TaskSnapshot state in handle.WatchAsync(cancellationToken))
    /// {
    ///     Console.WriteLine($"{state.State} {state.Progress?.Percent:0} {state.Failure?.Message}");
    /// }
    /// </code>
    /// </example>
    public IAsyncEnumerable<TaskSnapshot> WatchAsync(CancellationToken cancellationToken = default) =>
        _source.WatchAsync(Id, cancellationToken);

    /// <summary>Reads the current state of the task, if the task is known.</summary>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>
    /// The current state of the task; <see langword="null"/> if no task has this id, or if its record has expired.
    /// </returns>
    /// <exception cref="InvalidOperationException">
    /// The state is not stored, because the task is declared with <see cref="TaskAttribute.IgnoreResult"/>.
    /// </exception>
    public async Task<TaskSnapshot?> FindSnapshotAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            return await _source.GetSnapshotAsync(Id, cancellationToken).ConfigureAwait(false);
        }
        catch (TaskNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Reads the current state of the task.</summary>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>The current state of the task.</returns>
    /// <exception cref="TaskNotFoundException">No task has this id, or its record has expired.</exception>
    /// <exception cref="InvalidOperationException">
    /// The state is not stored, because the task is declared with <see cref="TaskAttribute.IgnoreResult"/>.
    /// </exception>
    public Task<TaskSnapshot> GetSnapshotAsync(CancellationToken cancellationToken = default) =>
        _source.GetSnapshotAsync(Id, cancellationToken);

    /// <summary>Cancels the task.</summary>
    /// <remarks>
    /// A waiting task is not started. For a running task, the cancellation token of the task method is canceled. If the method nevertheless
    /// returns normally, the task ends as <see cref="TaskState.Succeeded"/>.
    /// </remarks>
    /// <param name="reason">The reason, which callers that wait for the task receive.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests. It cancels this call, not the task.</param>
    /// <returns>
    /// <see langword="true"/> if the task was canceled, or if its worker was requested to cancel it; <see langword="false"/> if the task
    /// has already ended.
    /// </returns>
    /// <exception cref="InvalidOperationException">
    /// The dispatch joined a task that another caller dispatched (<see cref="WasDeduplicated"/>). Use the overload with the
    /// <c>force</c> parameter to cancel it for all callers.
    /// </exception>
    /// <exception cref="TaskNotFoundException">No task has this id, or its record has expired.</exception>
    /// <exception cref="ArgumentException">The reason contains an unpaired surrogate.</exception>
    public Task<bool> CancelAsync(string? reason = null, CancellationToken cancellationToken = default) =>
        CancelAsync(reason, force: false, cancellationToken);

    /// <inheritdoc cref="CancelAsync(string?, CancellationToken)"/>
    /// <param name="reason">The reason, which callers that wait for the task receive.</param>
    /// <param name="force">
    /// <see langword="true"/> to cancel the task even if this dispatch joined it; otherwise, <see langword="false"/>.
    /// </param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests. It cancels this call, not the task.</param>
    /// <exception cref="InvalidOperationException">
    /// The dispatch joined a task that another caller dispatched, and <paramref name="force"/> is <see langword="false"/>.
    /// </exception>
    public Task<bool> CancelAsync(string? reason, bool force, CancellationToken cancellationToken = default)
    {
        CheckIsOwn(force, nameof(CancelAsync));
        return _source.CancelAsync(Id, reason, cancellationToken);
    }

    /// <summary>Cancels the task, and returns whether it is canceled, was requested to end, or had already ended.</summary>
    /// <param name="reason">The reason, which callers that wait for the task receive.</param>
    /// <param name="force">
    /// <see langword="true"/> to cancel the task even if this dispatch joined it; otherwise, <see langword="false"/>.
    /// </param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests. It cancels this call, not the task.</param>
    /// <returns>The effect of the call.</returns>
    /// <inheritdoc cref="CancelAsync(string?, bool, CancellationToken)"/>
    public Task<CancelResult> RequestCancelAsync(
        string? reason = null, bool force = false, CancellationToken cancellationToken = default)
    {
        CheckIsOwn(force, nameof(RequestCancelAsync));
        return _source.RequestCancelAsync(Id, reason, cancellationToken);
    }

    /// <summary>Returns the task id as a string.</summary>
    /// <returns>The string form of <see cref="Id"/>.</returns>
    public override string ToString() => Id.ToString();

    private void CheckIsOwn(bool force, string method)
    {
        if (WasDeduplicated && !force)
        {
            throw new InvalidOperationException(
                $"Task {Id} was dispatched by another caller, and this dispatch joined it. "
                + "Canceling it affects all callers that wait for it. "
                + $"To cancel it anyway, call {method}(reason, force: true).");
        }
    }

    private async IAsyncEnumerable<TaskProgress> ReadProgressAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var report in _source.ProgressAsync(Id, cancellationToken).ConfigureAwait(false))
        {
            yield return ProgressCodec.Read(report.Span);
        }
    }
}
