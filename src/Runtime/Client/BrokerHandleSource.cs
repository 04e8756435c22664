using System.Runtime.CompilerServices;
using System.Text.Json;
using TaskGen.Brokers;
using TaskGen.Canvases;
using TaskGen.Execution;
using TaskGen.Handles;
using TaskGen.Primitives;
using TaskGen.Serialization;

namespace TaskGen.Client;

/// <summary>What the handles of the real client read from: records, watched by push.</summary>
internal sealed class BrokerHandleSource(
    IQueueBroker broker, TaskWatcher watcher, TaskCanceler canceler, CanvasReader canvases, JsonSerializerOptions json, TimeProvider time)
    : ITaskHandleSource
{
    /// <summary>What fits into one buffer.</summary>
    private const int MaxGroupBytes = 1024 * 1024 * 1024;

    private static readonly TimeSpan ErrorWait = TimeSpan.FromSeconds(1);

    public JsonSerializerOptions JsonOptions => json;

    public async Task<ReadOnlyMemory<byte>> WaitAsync(TaskId id, TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (timeout < TimeSpan.Zero && timeout != Timeout.InfiniteTimeSpan)
        {
            throw new ArgumentOutOfRangeException(
                nameof(timeout), timeout, "A timeout is not negative; Timeout.InfiniteTimeSpan waits for ever.");
        }

        return await ParkedAsync(WaitForEndAsync(id, timeout, cancellationToken)).ConfigureAwait(false);
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
            var record = await ParkedAsync(watch.NextAsync(cancellationToken).AsTask()).ConfigureAwait(false)
                ?? throw RecordMapper.NotKnown(id);

            // The last report can arrive twice: on its own and with the settlement.
            if (record.ProgressVersion > seen && !record.Progress.Span.SequenceEqual(last.Span))
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

    public async Task<bool> CancelAsync(TaskId id, string? reason, CancellationToken cancellationToken)
    {
        if (reason is not null && !Unicode.IsWellFormed(reason))
        {
            throw new ArgumentException("The reason has half of a surrogate pair and is no valid text.", nameof(reason));
        }

        return await canceler.CancelAsync(id, reason, cancellationToken).ConfigureAwait(false) switch
        {
            CancelOutcome.Canceled or CancelOutcome.Requested => true,
            CancelOutcome.AlreadyEnded => false,

            // Nothing is kept of it, so it can only be said that it is not here any more.
            CancelOutcome.NotFound when TaskIds.KeepsNoRecord(id.Value) => false,
            _ => throw new TaskNotFoundException(id),
        };
    }

    // Inside a task, a wait for another one gives the slot back for as long as it takes.
    private static async Task<T> ParkedAsync<T>(Task<T> wait)
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
            await execution.UnparkAsync().ConfigureAwait(false);
        }
    }

    private async Task<ReadOnlyMemory<byte>> WaitForEndAsync(TaskId id, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var expiry = timeout == Timeout.InfiniteTimeSpan ? null : new CancellationTokenSource(timeout, time);
        using var either = expiry is null ? null : CancellationTokenSource.CreateLinkedTokenSource(expiry.Token, cancellationToken);
        using var watch = watcher.Watch(id);
        try
        {
            while (true)
            {
                var record = await watch.NextAsync(either?.Token ?? cancellationToken).ConfigureAwait(false)
                    ?? throw RecordMapper.NotKnown(id);
                if (record.State == TaskState.Succeeded)
                {
                    return CanvasValue.IsGroup(record.Result.Span, out _)
                        ? await ReadGroupAsync(id, record.Result, either?.Token ?? cancellationToken).ConfigureAwait(false)
                        : record.Result;
                }

                if (record.State.IsEnd())
                {
                    throw new TaskFailedException(RecordMapper.ToFailure(id, record)!);
                }
            }
        }
        catch (OperationCanceledException) when (expiry is { IsCancellationRequested: true } && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException(
                $"Task {id} has not ended within {timeout}. It goes on; cancel it with CancelAsync if nobody needs it.");
        }
    }

    private async Task<ReadOnlyMemory<byte>> ReadGroupAsync(TaskId id, ReadOnlyMemory<byte> result, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await canvases.ReadAsync(id.Queue, id.Value, result, MaxGroupBytes, cancellationToken).ConfigureAwait(false)
                    ?? throw new InvalidOperationException(
                        $"Canvas {id} has succeeded, but the results of its group are not kept any more.");
            }
            catch (TaskGenException exception) when (exception is TaskBrokerException or BrokerUnknownException)
            {
                // As while waiting: a broker that is away comes back, and the wait has a limit of its own where one is wanted.
                await Task.Delay(ErrorWait, time, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
