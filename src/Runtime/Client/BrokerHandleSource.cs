using System.Runtime.CompilerServices;
using System.Text.Json;
using TaskGen.Brokers;
using TaskGen.Canvases;
using TaskGen.Execution;
using TaskGen.Handles;
using TaskGen.Primitives;
using TaskGen.Serialization;

namespace TaskGen.Client;

/// <summary>
/// Implements the operations of task handles with a broker. It reads task records and waits for notifications about changes.
/// </summary>
internal sealed class BrokerHandleSource(
    IQueueBroker broker,
    TaskWatcher watcher,
    TaskCanceler canceler,
    CanvasReader canvases,
    UnfinishedTasks unfinished,
    JsonSerializerOptions json,
    TimeProvider time)
    : ITaskHandleSource
{
    /// <summary>The maximum size of the joined results of a group, in bytes, because they are read into one buffer.</summary>
    private const int MaxGroupBytes = 1024 * 1024 * 1024;

    private static readonly TimeSpan ErrorWait = TimeSpan.FromSeconds(1);

    public JsonSerializerOptions JsonOptions => json;

    public async Task<ReadOnlyMemory<byte>> WaitAsync(TaskId id, TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (timeout < TimeSpan.Zero && timeout != Timeout.InfiniteTimeSpan)
        {
            throw new ArgumentOutOfRangeException(
                nameof(timeout), timeout, "The timeout cannot be negative. To wait without a limit, use Timeout.InfiniteTimeSpan.");
        }

        return timeout == TimeSpan.Zero
            ? await GetIfEndedAsync(id, cancellationToken).ConfigureAwait(false)
            : await WaitForEndAsync(id, timeout, cancellationToken).ConfigureAwait(false);
    }

    public async Task<TaskSnapshot> GetSnapshotAsync(TaskId id, CancellationToken cancellationToken)
    {
        var records = await broker.ReadAsync(id.Queue, [id.Value], watch: null, cancellationToken).ConfigureAwait(false);
        return RecordMapper.ToSnapshot(id, records[0] ?? throw RecordMapper.NotKnown(id));
    }

    public async IAsyncEnumerable<ReadOnlyMemory<byte>> ProgressAsync(
        TaskId id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var watch = watcher.Watch(id);
        long seen = 0;
        ReadOnlyMemory<byte> last = default;
        while (true)
        {
            var record = await ParkedAsync(watch.NextAsync(cancellationToken).AsTask(), cancellationToken).ConfigureAwait(false)
                ?? throw RecordMapper.NotKnown(id);

            // The last report can arrive twice: first by itself, and again with the outcome of the attempt.
            if (record.ProgressVersion > seen && RecordMapper.HasProgress(record) && !record.Progress.Span.SequenceEqual(last.Span))
            {
                last = record.Progress;
                yield return record.Progress;
            }

            seen = record.ProgressVersion;
            if (record.State.IsEnd())
            {
                yield break;
            }
        }
    }

    public async IAsyncEnumerable<TaskSnapshot> WatchAsync(TaskId id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var watch = watcher.Watch(id);
        TaskSnapshot? last = null;
        while (last is not { HasEnded: true })
        {
            var record = await ParkedAsync(watch.NextAsync(cancellationToken).AsTask(), cancellationToken).ConfigureAwait(false)
                ?? throw RecordMapper.NotKnown(id);
            var next = RecordMapper.ToSnapshot(id, record);
            if (next != last)
            {
                last = next;
                yield return next;
            }
        }
    }

    public async Task<bool> CancelAsync(TaskId id, string? reason, CancellationToken cancellationToken) =>
        await RequestCancelAsync(id, reason, cancellationToken).ConfigureAwait(false) != CancelResult.AlreadyEnded;

    public async Task<CancelResult> RequestCancelAsync(TaskId id, string? reason, CancellationToken cancellationToken)
    {
        if (reason is not null && !Unicode.IsWellFormed(reason))
        {
            throw new ArgumentException(
                "The cancellation reason contains an unpaired surrogate, so it is not valid Unicode. Use valid Unicode text.",
                nameof(reason));
        }

        return await canceler.CancelAsync(id, reason, cancellationToken).ConfigureAwait(false) switch
        {
            CancelOutcome.Canceled => CancelResult.Canceled,
            CancelOutcome.Requested => CancelResult.Requested,
            CancelOutcome.AlreadyEnded => CancelResult.AlreadyEnded,

            // The task keeps no record, so an unknown id means that it has ended.
            CancelOutcome.NotFound when TaskIds.KeepsNoRecord(id.Value) => CancelResult.AlreadyEnded,
            _ => throw new TaskNotFoundException(id),
        };
    }

    // A running task that waits for another task releases its concurrency slot during the wait. The token that interrupts the wait also
    // interrupts the wait for a slot after it.
    private static async Task<T> ParkedAsync<T>(Task<T> wait, CancellationToken interruption)
    {
        if (wait.IsCompleted || AmbientExecution.Current is not { } execution)
        {
            return await wait.ConfigureAwait(false);
        }

        execution.Park();
        try
        {
            return await wait.ConfigureAwait(false);
        }
        finally
        {
            await execution.UnparkAsync(interruption).ConfigureAwait(false);
        }
    }

    private async Task<ReadOnlyMemory<byte>> WaitForEndAsync(TaskId id, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var expiry = timeout == Timeout.InfiniteTimeSpan ? null : new CancellationTokenSource();
        using var limit = expiry is null ? null : TimeLimit.Start(time, timeout.TotalSeconds, expiry.Cancel);
        using var either = expiry is null ? null : CancellationTokenSource.CreateLinkedTokenSource(expiry.Token, cancellationToken);
        var interruption = either?.Token ?? cancellationToken;
        TaskRecord? record = null;
        try
        {
            return await ParkedAsync(ReadAtEndAsync(id, next => record = next, interruption), interruption).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (expiry is { IsCancellationRequested: true } && !cancellationToken.IsCancellationRequested)
        {
            throw await unfinished.DescribeAsync(id, record, timeout, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<ReadOnlyMemory<byte>> ReadAtEndAsync(TaskId id, Action<TaskRecord> onRead, CancellationToken cancellationToken)
    {
        using var watch = watcher.Watch(id);
        while (true)
        {
            var record = await watch.NextAsync(cancellationToken).ConfigureAwait(false) ?? throw RecordMapper.NotKnown(id);
            onRead(record);
            if (record.State.IsEnd())
            {
                return await GetResultAsync(id, record, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    // A timeout of zero reads the record once. The limit of the wait must not cancel this read.
    private async Task<ReadOnlyMemory<byte>> GetIfEndedAsync(TaskId id, CancellationToken cancellationToken)
    {
        var records = await broker.ReadAsync(id.Queue, [id.Value], watch: null, cancellationToken).ConfigureAwait(false);
        var record = records[0] ?? throw RecordMapper.NotKnown(id);
        return record.State.IsEnd()
            ? await GetResultAsync(id, record, cancellationToken).ConfigureAwait(false)
            : throw await unfinished.DescribeAsync(id, record, TimeSpan.Zero, cancellationToken).ConfigureAwait(false);
    }

    private async Task<ReadOnlyMemory<byte>> GetResultAsync(TaskId id, TaskRecord ended, CancellationToken cancellationToken)
    {
        if (ended.State != TaskState.Succeeded)
        {
            throw new TaskFailedException(RecordMapper.ToFailure(id, ended)!);
        }

        return CanvasValue.IsGroup(ended.Result.Span, out _)
            ? await ReadGroupAsync(id, ended.Result, cancellationToken).ConfigureAwait(false)
            : ended.Result;
    }

    private async Task<ReadOnlyMemory<byte>> ReadGroupAsync(TaskId id, ReadOnlyMemory<byte> result, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await canvases.ReadAsync(id.Queue, id.Value, result, MaxGroupBytes, cancellationToken).ConfigureAwait(false)
                    ?? throw new InvalidOperationException(
                        $"Canvas {id} has succeeded, but the results of its group have expired.");
            }
            catch (TaskGenException exception) when (exception is TaskBrokerException or BrokerUnknownException)
            {
                // The read is repeated, because the broker might become available again. The caller can limit the wait with a timeout.
                await Task.Delay(ErrorWait, time, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
