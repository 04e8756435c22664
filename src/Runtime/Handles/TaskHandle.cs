using System.ComponentModel;
using System.Runtime.CompilerServices;
using TaskGen.Execution;

namespace TaskGen;

/// <summary>
/// One dispatched task, from any process: wait for it, watch it, cancel it. A handle is an id and a connection; losing it loses nothing.
/// It cannot be awaited itself: <see cref="GetAsync(CancellationToken)"/> says what is waited for.
/// </summary>
public class TaskHandle
{
    private readonly ITaskHandleSource _source;

    /// <summary>Made by generated code and clients.</summary>
    /// <param name="source">What the handle reads from.</param>
    /// <param name="id">The task.</param>
    /// <param name="wasDeduplicated">Whether the dispatch joined a task that was there.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public TaskHandle(ITaskHandleSource source, TaskId id, bool wasDeduplicated)
    {
        ArgumentNullException.ThrowIfNull(source);
        _source = source;
        Id = id;
        WasDeduplicated = wasDeduplicated;
    }

    /// <summary>The task. Its text finds it again from another process.</summary>
    public TaskId Id { get; }

    /// <summary>Whether the dispatch joined a task that was there already instead of making one.</summary>
    public bool WasDeduplicated { get; }

    /// <summary>Where the handle reads from.</summary>
    internal ITaskHandleSource Source => _source;

    /// <summary>
    /// Waits until the task has succeeded. Woken by push. Inside a running task the wait gives that task's concurrency slot back, so that a
    /// parent and its children finish on one queue with concurrency 1.
    /// </summary>
    /// <param name="cancellationToken">Ends the wait, not the task.</param>
    /// <returns>A task that completes when the task has succeeded.</returns>
    /// <exception cref="TaskFailedException">The task failed, was canceled or expired.</exception>
    /// <exception cref="TaskNotFoundException">No such task is known, or its record has reached the end of its TTL.</exception>
    /// <exception cref="InvalidOperationException">The task is declared to keep no result.</exception>
    public virtual Task GetAsync(CancellationToken cancellationToken = default) =>
        _source.WaitAsync(Id, Timeout.InfiniteTimeSpan, cancellationToken);

    /// <inheritdoc cref="GetAsync(CancellationToken)"/>
    /// <param name="timeout">How long to wait at most.</param>
    /// <param name="cancellationToken">Ends the wait, not the task.</param>
    /// <exception cref="TimeoutException">The time is over; the task goes on.</exception>
    public virtual Task GetAsync(TimeSpan timeout, CancellationToken cancellationToken = default) =>
        _source.WaitAsync(Id, timeout, cancellationToken);

    /// <summary>
    /// Follows the task's progress: the latest report if there is one, then each further one; ends when the task ends, after its last
    /// report.
    /// </summary>
    /// <param name="cancellationToken">Ends the stream, not the task.</param>
    /// <returns>The reports, in order.</returns>
    /// <exception cref="TaskNotFoundException">No such task is known.</exception>
    public virtual IAsyncEnumerable<TaskProgress> ProgressAsync(CancellationToken cancellationToken = default) =>
        ReadProgressAsync(cancellationToken);

    /// <summary>Reads what is known of the task now.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The snapshot.</returns>
    /// <exception cref="TaskNotFoundException">No such task is known.</exception>
    /// <exception cref="InvalidOperationException">The task is declared to keep no result: there is no state to read.</exception>
    public Task<TaskSnapshot> GetSnapshotAsync(CancellationToken cancellationToken = default) =>
        _source.GetSnapshotAsync(Id, cancellationToken);

    /// <summary>Cancels the task: one that waits never starts, one that runs has its token canceled.</summary>
    /// <param name="reason">Why; whoever waits for the task reads it.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>
    /// Whether the task was canceled or its worker has been asked to; false where it has ended already. A running task that finishes all
    /// the same ends as what it became.
    /// </returns>
    /// <exception cref="InvalidOperationException">
    /// The dispatch joined a task of somebody else (<see cref="WasDeduplicated"/>): say <c>force</c> to cancel it for everybody.
    /// </exception>
    public Task<bool> CancelAsync(string? reason = null, CancellationToken cancellationToken = default) =>
        CancelAsync(reason, force: false, cancellationToken);

    /// <inheritdoc cref="CancelAsync(string?, CancellationToken)"/>
    /// <param name="reason">Why; whoever waits for the task reads it.</param>
    /// <param name="force">Whether to cancel even a task that this dispatch only joined.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<bool> CancelAsync(string? reason, bool force, CancellationToken cancellationToken = default)
    {
        if (WasDeduplicated && !force)
        {
            throw new InvalidOperationException(
                $"Task {Id} was dispatched by somebody else and joined by this handle. Canceling it ends it for everybody who waits: "
                + "call CancelAsync(reason, force: true) to do that.");
        }

        return _source.CancelAsync(Id, reason, cancellationToken);
    }

    /// <summary>The id.</summary>
    /// <returns>The text of <see cref="Id"/>.</returns>
    public override string ToString() => Id.ToString();

    private async IAsyncEnumerable<TaskProgress> ReadProgressAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var report in _source.ProgressAsync(Id, cancellationToken).ConfigureAwait(false))
        {
            yield return ProgressCodec.Read(report.Span);
        }
    }
}
