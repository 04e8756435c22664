using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using TaskGen.Brokers;
using TaskGen.Handles;
using TaskGen.Primitives;
using TaskGen.Serialization;

namespace TaskGen.Testing;

/// <summary>
/// Stores the task records that the handles of the test clients read. <see cref="InlineTaskClient"/> adds a record for each task that it
/// has run, except for tasks that are declared with <see cref="TaskAttribute.IgnoreResult"/>. <see cref="FakeTaskClient"/> adds no records.
/// </summary>
internal sealed class TestHandleSource(JsonSerializerOptions json) : ITaskHandleSource
{
    private readonly ConcurrentDictionary<TaskId, TaskRecord> _records = new();

    public JsonSerializerOptions JsonOptions => json;

    public void Add(TaskId id, TaskRecord record) => _records[id] = record;

    public bool TryFind(TaskId id, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out TaskRecord? record) =>
        _records.TryGetValue(id, out record);

    public Task<ReadOnlyMemory<byte>> WaitAsync(TaskId id, TimeSpan timeout, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var record = Find(id);
        if (!record.State.IsEnd())
        {
            throw new InvalidOperationException(
                $"Task '{record.Name}' ({id}) was postponed with TaskSnoozeException and has no result. "
                + "InlineTaskClient does not run a postponed task again. "
                + "Check its state with GetSnapshotAsync instead.");
        }

        return record.State == TaskState.Succeeded
            ? Task.FromResult(record.Result)
            : throw new TaskFailedException(RecordMapper.ToFailure(id, record)!);
    }

    public Task<TaskSnapshot> GetSnapshotAsync(TaskId id, CancellationToken cancellationToken) =>
        Task.FromResult(RecordMapper.ToSnapshot(id, Find(id)));

    public async IAsyncEnumerable<ReadOnlyMemory<byte>> ProgressAsync(
        TaskId id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        if (Find(id).Progress is { IsEmpty: false } progress)
        {
            yield return progress;
        }
    }

    public Task<bool> CancelAsync(TaskId id, string? reason, CancellationToken cancellationToken)
    {
        Find(id);
        return Task.FromResult(false);
    }

    private TaskRecord Find(TaskId id)
    {
        if (TaskIds.KeepsNoRecord(id.Value))
        {
            throw RecordMapper.NotKnown(id);
        }

        return TryFind(id, out var record)
            ? record
            : throw new InvalidOperationException(
                $"Task {id} has no result, because FakeTaskClient collects tasks and does not run them. "
                + "Use InlineTaskClient if the code under test waits for a result.");
    }
}
