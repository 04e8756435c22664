using Microsoft.Extensions.Logging;
using TaskGen.Brokers;
using TaskGen.Definitions;
using TaskGen.Dispatch;
using TaskGen.Exceptions;
using TaskGen.Execution;
using TaskGen.Primitives;
using TaskGen.Serialization;
using TaskGen.Telemetry;

namespace TaskGen.Worker;

/// <summary>
/// Represents the execution of one attempt of a task. It ends when the task method returns. If the task method ignores its cancellation
/// token, the execution is ended by a time limit, a shutdown, or a lost lease, and nothing that the task method does after that is stored.
/// </summary>
internal sealed class TaskExecution : ITaskExecution, IAmbientExecution
{
    private readonly WorkerServices _services;
    private readonly QueueRunner _runner;
    private readonly TaskEnvelope _envelope;
    private readonly ExecutionStop _stop;
    private readonly ExecutionEnd _end;
    private readonly long _startedAt;
    private TimeLimit? _softLimit;
    private TimeLimit? _hardLimit;

    public TaskExecution(WorkerServices services, QueueRunner runner, HeldTask held, TaskEntry entry, in TaskEnvelope envelope)
    {
        (_services, _runner, _envelope, Held, Entry) = (services, runner, envelope, held, entry);
        Id = new TaskId(held.Key.Id, runner.Queue);
        Scope = new ExecutionScope(services, entry, envelope.Arguments);
        _stop = new ExecutionStop(services, this);
        _end = new ExecutionEnd(services, this);
        _startedAt = services.Time.GetTimestamp();
        StartTime = held.LeasedAt + services.Time.GetElapsedTime(held.TakenAt, _startedAt);
        Attempt = envelope.Header.Attempts + 1;
        Progress = new ProgressReporter(
            services.Time,
            TimeSpan.FromSeconds(entry.Defaults.ProgressIntervalSeconds),
            services.Json,
            HasRecord ? _ => _runner.OnProgress(this) : null,
            Scope.Secrets is { } secrets ? secrets.RedactProgress : null);
    }

    public TaskId Id { get; }

    public string Name => Entry.Name;

    /// <summary>
    /// The alias under which the task was dispatched; <see langword="null"/> if it was dispatched under its current name.
    /// </summary>
    public string? Alias => _envelope.Name == Name ? null : _envelope.Name;

    public int Attempt { get; }

    public int MaxAttempts => _envelope.Header.MaxAttempts;

    public DateTimeOffset EnqueuedAt => DateTimeOffset.FromUnixTimeMilliseconds(_envelope.Header.EnqueuedAtMs);

    public IReadOnlyDictionary<string, string> Headers => _envelope.Headers;

    public TaskId? ParentId =>
        Headers.TryGetValue(ReservedHeaders.Parent, out var text) && TaskId.TryParse(text, out var parent) ? parent : null;

    public StopReason StopReason => State.StopReason;

    public CancellationToken CancellationToken => _stop.Token;

    public ILogger Logger => Scope.Logger;

    public IServiceProvider Services => Scope.Services;

    public ProgressReporter Progress { get; }

    public TaskEntry Entry { get; }

    public HeldTask Held { get; }

    public LeaseKey Key => Held.Key;

    public bool HasRecord => _envelope.Header.Flags.HasFlag(EnvelopeFlags.HasRecord);

    /// <summary>The time at which the attempt started, by the broker's clock.</summary>
    public DateTimeOffset StartTime { get; }

    /// <summary>The time since the attempt started.</summary>
    public TimeSpan Elapsed => _services.Time.GetElapsedTime(_startedAt);

    public ExecutionState State { get; } = new();

    public ExecutionScope Scope { get; }

    /// <summary>The concurrency slot of the execution. Only <see cref="Parking"/> changes it.</summary>
    public ConcurrencySlotLoan ConcurrencySlot { get; } = new();

    public bool HasEnded => State.HasEnded;

    public bool IsCanceled => _stop.IsCanceled;

    public void Park() => _runner.Park(this);

    public Task UnparkAsync(CancellationToken interruption) => _runner.UnparkAsync(this, interruption);

    public ValueTask<IAsyncDisposable> AcquireAsync(string resource, int limit, CancellationToken cancellationToken) =>
        _services.Resources.AcquireAsync(this, resource, limit, cancellationToken);

    /// <summary>
    /// Runs the task method. The returned <see cref="Task"/> completes when the task method has returned, even if the execution ended
    /// before that.
    /// </summary>
    public async Task RunAsync()
    {
        using var activity = TaskGenActivities.StartProcess(Name, Alias, Id, Attempt, Headers);
        using var scope = Logger.BeginScope(new TaskLogScope(Id, Name, Attempt));
        if (!StartLimits())
        {
            // The lease was lost, or the task was returned to the queue, before its method started.
            return;
        }

        LogMessages.Started(_services.Logger, Name, Id, Attempt, MaxAttempts);
        _services.Metrics.Started(_runner.Queue, Attempt == 1 ? StartTime - EnqueuedAt : null);
        AmbientExecution.Enter(this);
        ReadOnlyMemory<byte> result = default;
        Exception? error = null;
        try
        {
            var keepResult = _envelope.Header.Flags.HasFlag(EnvelopeFlags.KeepsResult);
            var arguments = await _services.Inputs.CompleteAsync(_envelope, CancellationToken).ConfigureAwait(false);
            Scope.Secrets?.Complete(arguments);
            result = await Entry.ExecuteAsync(arguments, new TaskContext(this), _services.Json, keepResult).ConfigureAwait(false);
            Scope.Secrets?.AddResult(result);
            PayloadCodec.CheckResultSize(Name, result, _services.Options.MaxResultBytes);
        }
        catch (Exception exception)
        {
            error = exception;
        }

        // A snooze is no failure: if the services could not be disposed of, the work before the snooze may be lost.
        var disposal = await Scope.CloseAsync().ConfigureAwait(false);
        var disposalDecides = disposal is not null && (error is null or TaskSnoozeException);
        AmbientExecution.Enter(null);
        var isOpen = TryEnd();
        if (disposal is not null && !(disposalDecides && isOpen))
        {
            LogMessages.DisposeFailed(_services.Logger, Name, Id, Scope.Redact(disposal));
        }

        if (isOpen)
        {
            Close(_end.Of(result, disposalDecides ? disposal : error, activity));
        }

        _services.Metrics.Stopped(_runner.Queue);
    }

    /// <inheritdoc cref="ExecutionStop.Stop"/>
    public void Stop(StopReason reason, string? cancelReason = null) => _stop.Stop(reason, cancelReason);

    /// <inheritdoc cref="ExecutionStop.LoseResource"/>
    public void LoseResource() => _stop.LoseResource();

    /// <inheritdoc cref="ExecutionStop.AddChildren"/>
    public void AddChildren(IReadOnlyList<TaskId> children) => _stop.AddChildren(children);

    /// <summary>
    /// Abandons the task method: ends the execution while the task method is still running. The concurrency slot is released, and nothing
    /// that the task method does later is stored.
    /// </summary>
    /// <param name="settle">
    /// The function that creates the settlement. It is called only if the execution has not ended yet, and it returns
    /// <see langword="null"/> if this worker has lost the lease.
    /// </param>
    public void Abandon(Func<Settlement?> settle)
    {
        if (!TryEnd())
        {
            return;
        }

        Close(_end.Of(settle));
        LogMessages.Abandoned(_services.Logger, Name, Id, StopReason);
        _services.Metrics.Abandoned(_runner.Queue);
        _runner.OnAbandoned();
    }

    /// <summary>Creates the settlement that returns the task to the front of its queue. The attempt is not counted.</summary>
    public Settlement HandBack() =>
        new(Key, SettlementKind.HandBack, new SettlementDetails { Attempt = Attempt - 1, Progress = TakeProgress(last: true) });

    /// <summary>Returns the progress report to send now; empty if there is none or if the report is too large.</summary>
    public ReadOnlyMemory<byte> TakeProgress(bool last)
    {
        try
        {
            var report = last ? Progress.TakeLast() : Progress.Take();
            if (report.Length <= _services.Options.MaxProgressBytes)
            {
                // The limit applies to the report of the task, without the number that TaskGen adds.
                return report.IsEmpty ? report : ProgressCodec.WithAttempt(report, Attempt);
            }

            LogMessages.ProgressDropped(
                _services.Logger, Name, Id, $"it is {report.Length} bytes; the limit is {_services.Options.MaxProgressBytes} bytes");
            Progress.Confirm();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The detail of a report has a user-defined type. An error while it is serialized must not fail the task.
            LogMessages.ProgressDropped(
                _services.Logger,
                Name,
                Id,
                exception.InnerException is PayloadProblemException
                    ? $"in its detail, {exception.Message}"
                    : $"serializing it threw {exception.GetType()}");
            Progress.Confirm();
        }

        return default;
    }

    // Only the caller that receives true closes the execution.
    private bool TryEnd()
    {
        if (!State.TryEnd(out var leases))
        {
            return false;
        }

        _softLimit?.Dispose();
        _hardLimit?.Dispose();
        foreach (var lease in leases)
        {
            _ = lease.CloseAsync();
        }

        return true;
    }

    private void Close(Settlement? settlement)
    {
        Progress.Dispose();
        _runner.OnEnded(this, settlement, Elapsed);
    }

    private bool StartLimits()
    {
        _softLimit = TimeLimit.Start(_services.Time, Entry.Defaults.SoftTimeLimitSeconds, () => Stop(StopReason.SoftTimeLimit));
        _hardLimit = TimeLimit.Start(_services.Time, Entry.Defaults.TimeLimitSeconds, OnHardLimit);
        if (!HasEnded)
        {
            return true;
        }

        _softLimit?.Dispose();
        _hardLimit?.Dispose();
        return false;
    }

    private void OnHardLimit()
    {
        Stop(StopReason.TimeLimit);
        var limit = TimeSpan.FromSeconds(Entry.Defaults.TimeLimitSeconds);
        Abandon(() => _end.Fail(new TaskTimeLimitException(StopReason.TimeLimit, limit), activity: null));
    }
}
