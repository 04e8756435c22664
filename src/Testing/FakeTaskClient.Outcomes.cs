using System.Buffers;
using System.Text.Json;
using TaskGen.Brokers;
using TaskGen.Definitions;
using TaskGen.Execution;
using TaskGen.Primitives;
using TaskGen.Serialization;

namespace TaskGen.Testing;

/// <content>Contains the methods with which a test specifies how a collected task proceeds and ends.</content>
public sealed partial class FakeTaskClient
{
    /// <summary>Ends a collected task that returns no value, or a canvas without a result, as succeeded.</summary>
    /// <inheritdoc cref="Complete{T}"/>
    public void Complete(TaskId id) => End(id, Unended(id) with { State = TaskState.Succeeded, Result = Write(id, default(NoResult)) });

    /// <summary>Ends a collected task or canvas as succeeded, with a result.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="id">The id of the task or of the canvas, as in <see cref="EnqueuedTask.Id"/> or <see cref="TaskHandle.Id"/>.</param>
    /// <param name="result">The result, which handles of the task return.</param>
    /// <exception cref="ArgumentException">The result does not have the type that the task returns.</exception>
    /// <exception cref="InvalidOperationException">
    /// The task has already ended, or is declared with <see cref="TaskAttribute.IgnoreResult"/>.
    /// </exception>
    /// <exception cref="TaskNotFoundException">The client has not collected a task with this id.</exception>
    public void Complete<T>(TaskId id, T result) =>
        End(id, Unended(id) with { State = TaskState.Succeeded, Result = Write(id, result) });

    /// <summary>Ends a collected task or canvas as failed.</summary>
    /// <inheritdoc cref="Complete{T}"/>
    /// <param name="id">The id of the task or of the canvas.</param>
    /// <param name="exception">The exception of the task, which handles of the task report as <see cref="TaskFailedException"/>.</param>
    public void Fail(TaskId id, Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        End(
            id,
            Unended(id) with
            {
                State = TaskState.Failed,
                Failure = FailureCodec.Write(exception),
                Reason = DeadLetterReasons.RetriesExhausted,
            });
    }

    /// <summary>Reports the progress of a collected task, which then is in the state <see cref="TaskState.Running"/>.</summary>
    /// <inheritdoc cref="Complete{T}"/>
    /// <param name="id">The id of the task.</param>
    /// <param name="current">The amount of completed work, in a unit that the task defines.</param>
    /// <param name="total">The total amount of work; <see langword="null"/> if it is unknown.</param>
    /// <param name="status">A description of the current work; <see langword="null"/> if there is none.</param>
    public void Report(TaskId id, long current, long? total = null, string? status = null) =>
        Report(id, new ProgressReport(current, total, status));

    /// <summary>Reports the progress of a collected task with a typed detail value.</summary>
    /// <inheritdoc cref="Report(TaskId, long, long?, string?)"/>
    /// <typeparam name="TDetail">The type of the detail value, as in <see cref="ITaskProgress{TDetail}"/>.</typeparam>
    /// <param name="id">The id of the task.</param>
    /// <param name="current">The amount of completed work, in a unit that the task defines.</param>
    /// <param name="total">The total amount of work; <see langword="null"/> if it is unknown.</param>
    /// <param name="status">A description of the current work; <see langword="null"/> if there is none.</param>
    /// <param name="detail">The detail value.</param>
    public void Report<TDetail>(TaskId id, long current, long? total, string? status, TDetail detail) =>
        Report(id, new ProgressReport<TDetail>(current, total, status, detail, ResultReaders.ValueOf<TDetail>().DetailWriter));

    private TaskRecord Unended(TaskId id)
    {
        var record = _source.Value.Find(id);
        return record.State.IsEnd()
            ? throw new InvalidOperationException($"Task '{record.Name}' ({id}) has already ended as {record.State}.")
            : record;
    }

    private void End(TaskId id, TaskRecord record)
    {
        var now = TimeProvider.System.GetUtcNow();
        var startedAt = record.StartedAt ?? now;
        _source.Value.Add(id, record with { Attempt = Math.Max(1, record.Attempt), StartedAt = startedAt, FinishedAt = now });
    }

    private void Report(TaskId id, ProgressReport report)
    {
        var record = Unended(id);
        _source.Value.Add(
            id,
            record with
            {
                State = TaskState.Running,
                Attempt = Math.Max(1, record.Attempt),
                StartedAt = record.StartedAt ?? TimeProvider.System.GetUtcNow(),
                Progress = report.Write(JsonOptions),
                ProgressVersion = record.ProgressVersion + 1,
            });
    }

    // A canvas has no task type, so its result is written as a handle that was created only from an id reads it.
    private ReadOnlyMemory<byte> Write<T>(TaskId id, T result)
    {
        if (_entries.TryGetValue(id, out var entry))
        {
            return entry.WriteResult(result, JsonOptions);
        }

        if (result is NoResult)
        {
            return default;
        }

        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, WireEncoder.WriterOptions);
        ResultReaders.ValueOf<T>().WriteResult(writer, result, JsonOptions);
        writer.Flush();
        return buffer.WrittenMemory;
    }
}
