using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using TaskGen.Brokers;
using TaskGen.Execution;
using TaskGen.Handles;
using TaskGen.Primitives;

namespace TaskGen.Testing;

/// <summary>
/// Stores the task records that the handles of the test clients read. <see cref="InlineTaskClient"/> adds a record for each task that it
/// has run, and <see cref="FakeTaskClient"/> for each task that it has collected, except for tasks that are declared with
/// <see cref="TaskAttribute.IgnoreResult"/>.
/// </summary>
/// <param name="json">The JSON options of the client.</param>
/// <param name="waitsForEnd">
/// A function that determines whether handles wait for the end of a task that has not ended, instead of throwing an exception; null if they
/// do not.
/// </param>
internal sealed class TestHandleSource(JsonSerializerOptions json, Func<bool>? waitsForEnd = null) : ITaskHandleSource
{
    private readonly ConcurrentDictionary<TaskId, TaskRecord> _records = new();
    private TaskCompletionSource _changed = NewSignal();

    private bool Waits => waitsForEnd?.Invoke() == true;

    public JsonSerializerOptions JsonOptions => json;

    public void Add(TaskId id, TaskRecord record)
    {
        _records[id] = record;
        Interlocked.Exchange(ref _changed, NewSignal()).TrySetResult();
    }

    public bool TryFind(TaskId id, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out TaskRecord? record) =>
        _records.TryGetValue(id, out record);

    /// <exception cref="InvalidOperationException">The task is declared with <see cref="TaskAttribute.IgnoreResult"/>.</exception>
    /// <exception cref="TaskNotFoundException">The client has no task with this id.</exception>
    public TaskRecord Find(TaskId id) => TryFind(id, out var record) ? record : throw RecordMapper.NotKnown(id);

    public async Task<ReadOnlyMemory<byte>> WaitAsync(TaskId id, TimeSpan timeout, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        TaskRecord record;
        try
        {
            record = await EndOfAsync(id, cancellationToken).WaitAsync(timeout, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException(
                $"Task {id} was not completed within {timeout}. The test must call FakeTaskClient.Complete or Fail.");
        }

        return record.State == TaskState.Succeeded
            ? record.Result
            : throw new TaskFailedException(RecordMapper.ToFailure(id, record)!);
    }

    public Task<TaskSnapshot> GetSnapshotAsync(TaskId id, CancellationToken cancellationToken) =>
        Task.FromResult(RecordMapper.ToSnapshot(id, Find(id)));

    public async IAsyncEnumerable<TaskSnapshot> WatchAsync(TaskId id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var record in RecordsAsync(id, cancellationToken).ConfigureAwait(false))
        {
            yield return RecordMapper.ToSnapshot(id, record);
        }
    }

    public async IAsyncEnumerable<ReadOnlyMemory<byte>> ProgressAsync(
        TaskId id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte> last = default;
        await foreach (var record in RecordsAsync(id, cancellationToken).ConfigureAwait(false))
        {
            if (!record.Progress.IsEmpty && !record.Progress.Span.SequenceEqual(last.Span))
            {
                yield return last = record.Progress;
            }
        }
    }

    public async Task<bool> CancelAsync(TaskId id, string? reason, CancellationToken cancellationToken) =>
        await RequestCancelAsync(id, reason, cancellationToken).ConfigureAwait(false) != CancelResult.AlreadyEnded;

    public Task<CancelResult> RequestCancelAsync(TaskId id, string? reason, CancellationToken cancellationToken)
    {
        var record = Find(id);
        if (record.State.IsEnd())
        {
            return Task.FromResult(CancelResult.AlreadyEnded);
        }

        Add(id, record with { State = TaskState.Canceled, Reason = reason, FinishedAt = TimeProvider.System.GetUtcNow() });
        return Task.FromResult(CancelResult.Canceled);
    }

    private async Task<TaskRecord> EndOfAsync(TaskId id, CancellationToken cancellationToken)
    {
        while (true)
        {
            // The signal is read first, so that no change after the look at the record is missed.
            var changed = _changed.Task;
            var record = Find(id);
            if (record.State.IsEnd())
            {
                return record;
            }

            if (!Waits)
            {
                throw NotEnded(id, record);
            }

            await changed.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    // If the handles do not wait, only the current record is returned.
    private async IAsyncEnumerable<TaskRecord> RecordsAsync(TaskId id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        TaskRecord? last = null;
        while (true)
        {
            var changed = _changed.Task;
            var record = Find(id);
            if (record != last)
            {
                yield return last = record;
            }

            if (record.State.IsEnd() || !Waits)
            {
                yield break;
            }

            await changed.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static InvalidOperationException NotEnded(TaskId id, TaskRecord record) => new(
        record.State == TaskState.Scheduled
            ? $"Task '{record.Name}' ({id}) was postponed with TaskSnoozeException and has no result. "
                + "InlineTaskClient does not run a postponed task again. "
                + "Check its state with GetSnapshotAsync instead."
            : $"Task '{record.Name}' ({id}) has no result, because FakeTaskClient collects tasks and does not run them. "
                + "Use InlineTaskClient if the code under test waits for a result, or specify the result with FakeTaskClient.Complete.");

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
