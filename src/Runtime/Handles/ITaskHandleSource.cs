using System.ComponentModel;
using System.Text.Json;

namespace TaskGen;

/// <summary>What a <see cref="TaskHandle"/> reads from: the real client, or one of the clients for tests.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ITaskHandleSource
{
    /// <summary>How results and details are read.</summary>
    JsonSerializerOptions JsonOptions { get; }

    /// <summary>Waits for the end of a task.</summary>
    /// <param name="id">The task.</param>
    /// <param name="timeout">How long to wait; <see cref="Timeout.InfiniteTimeSpan"/>: for ever.</param>
    /// <param name="cancellationToken">Ends the wait, not the task.</param>
    /// <returns>The UTF-8 JSON of its result; empty where the task is void.</returns>
    /// <exception cref="TaskFailedException">The task did not succeed.</exception>
    /// <exception cref="TaskNotFoundException">No such task is known.</exception>
    /// <exception cref="TimeoutException">The time is over; the task goes on.</exception>
    /// <exception cref="InvalidOperationException">The result was not kept.</exception>
    Task<ReadOnlyMemory<byte>> WaitAsync(TaskId id, TimeSpan timeout, CancellationToken cancellationToken);

    /// <summary>Reads what is known of a task now.</summary>
    /// <param name="id">The task.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The snapshot.</returns>
    /// <exception cref="TaskNotFoundException">No such task is known.</exception>
    Task<TaskSnapshot> GetSnapshotAsync(TaskId id, CancellationToken cancellationToken);

    /// <summary>Follows the progress of a task until it ends.</summary>
    /// <param name="id">The task.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    /// <returns>The UTF-8 JSON of each report.</returns>
    IAsyncEnumerable<ReadOnlyMemory<byte>> ProgressAsync(TaskId id, CancellationToken cancellationToken);

    /// <summary>Cancels a task, or asks its worker to.</summary>
    /// <param name="id">The task.</param>
    /// <param name="reason">Why, for whoever waits.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Whether the task was or will be canceled; false where it has ended already.</returns>
    Task<bool> CancelAsync(TaskId id, string? reason, CancellationToken cancellationToken);
}
