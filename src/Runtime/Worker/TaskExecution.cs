using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TaskGen.Brokers;

namespace TaskGen;

/// <summary>
/// One attempt of one task. It ends once: by its handler, or, where the handler does not listen, by a time limit, a shutdown or a lost lease. What the handler
/// still does after that has no way to be stored.
/// </summary>
internal sealed partial class TaskExecution : ITaskExecution, IAmbientExecution
{
    private readonly WorkerServices _services;
    private readonly QueueRunner _runner;
    private readonly HeldTask _held;
    private readonly TaskEntry _entry;
    private readonly TaskEnvelope _envelope;
    private readonly ExecutionSecrets? _secrets;
    private readonly CancellationTokenSource _stop = new();
    private readonly long _startedAt;
    private readonly DateTimeOffset _startTime;
    private readonly Lock _lock = new();
    private TimeLimit? _softLimit;
    private TimeLimit? _hardLimit;
    private AsyncServiceScope? _scope;
    private bool _isScopeClosed;
    private ILogger? _logger;
    private string? _cancelReason;
    private StopReason _stopReason;
    private bool _ended;

    public TaskExecution(WorkerServices services, QueueRunner runner, HeldTask held, TaskEntry entry, in TaskEnvelope envelope)
    {
        _services = services;
        _runner = runner;
        _held = held;
        _entry = entry;
        _envelope = envelope;
        _secrets = ExecutionSecrets.Of(entry, services.Json, envelope.Arguments);
        _startedAt = services.Time.GetTimestamp();
        _startTime = held.LeasedAt + services.Time.GetElapsedTime(held.TakenAt, _startedAt);
        Id = new TaskId(held.Key.Id, runner.Queue);
        Attempt = envelope.Header.Attempts + 1;
        Progress = new ProgressReporter(
            services.Time, TimeSpan.FromSeconds(entry.Defaults.ProgressIntervalSeconds), services.Json, HasRecord ? _ => runner.OnProgress(this) : null, _secrets is null ? null : _secrets.RedactProgress);
    }

    public TaskId Id { get; }

    public string Name => _entry.Name;

    /// <summary>The name under which it was dispatched, where that is an alias.</summary>
    public string? Alias => _envelope.Name == Name ? null : _envelope.Name;

    public int Attempt { get; }

    public int MaxAttempts => _envelope.Header.MaxAttempts;

    public DateTimeOffset EnqueuedAt => DateTimeOffset.FromUnixTimeMilliseconds(_envelope.Header.EnqueuedAtMs);

    public IReadOnlyDictionary<string, string> Headers => _envelope.Headers;

    public TaskId? ParentId => Headers.TryGetValue(ReservedHeaders.Parent, out var text) && TaskId.TryParse(text, out var parent) ? parent : null;

    public StopReason StopReason => _stopReason;

    public CancellationToken CancellationToken => _stop.Token;

    public ILogger Logger => _logger ??= CreateLogger();

    public IServiceProvider Services
    {
        get
        {
            lock (_lock)
            {
                ObjectDisposedException.ThrowIf(_isScopeClosed, typeof(TaskContext));
                return (_scope ??= _services.Scopes.CreateAsyncScope()).ServiceProvider;
            }
        }
    }

    public ProgressReporter Progress { get; }

    public LeaseKey Key => _held.Key;

    public HeldTask Held => _held;

    public bool HasRecord => _envelope.Header.Flags.HasFlag(EnvelopeFlags.HasRecord);

    public bool HasEnded
    {
        get
        {
            lock (_lock)
            {
                return _ended;
            }
        }
    }

    /// <summary>Its concurrency slot; changed by <see cref="Parking"/> only.</summary>
    public ConcurrencySlotLoan ConcurrencySlot { get; } = new();

    public void Park() => _runner.Park(this);

    public Task UnparkAsync() => _runner.UnparkAsync(this);

    /// <summary>Runs the handler. Returns when the handler has returned, however the execution ended.</summary>
    public async Task RunAsync()
    {
        using var activity = TaskGenActivities.StartProcess(Name, Alias, Id, Attempt, Headers);
        using var scope = Logger.BeginScope(new TaskLogScope(Id, Name, Attempt));
        if (!StartLimits())
        {
            // Lost or handed back before its body began.
            return;
        }

        _services.Metrics.Started(_runner.Queue, Attempt == 1 ? _startTime - EnqueuedAt : null);
        AmbientExecution.Enter(this);
        ReadOnlyMemory<byte> result = default;
        Exception? error = null;
        try
        {
            var keepResult = _envelope.Header.Flags.HasFlag(EnvelopeFlags.KeepsResult);
            var arguments = await _services.Inputs.CompleteAsync(_envelope, CancellationToken).ConfigureAwait(false);
            _secrets?.Complete(arguments);
            result = await _entry.ExecuteAsync(arguments, new TaskContext(this), _services.Json, keepResult).ConfigureAwait(false);
            _secrets?.AddResult(result);
            PayloadCodec.CheckResultSize(Name, result, _services.Options.MaxResultBytes);
        }
        catch (Exception exception)
        {
            error = exception;
        }

        await DisposeScopeAsync().ConfigureAwait(false);
        AmbientExecution.Enter(null);
        TryEnd(() => error is null ? Succeed(result, activity) : Settle(error, activity));
        _services.Metrics.Stopped(_runner.Queue);
    }

    /// <summary>Cancels the token. A later reason replaces an earlier one only where it is stronger.</summary>
    public void Stop(StopReason reason, string? cancelReason = null)
    {
        TaskId[] children = [];
        lock (_lock)
        {
            var stronger = _stopReason is StopReason.None or StopReason.SoftTimeLimit || reason is StopReason.TimeLimit or StopReason.LeaseLost;
            if (_ended || !stronger)
            {
                return;
            }

            _stopReason = reason;
            _cancelReason = cancelReason;
            if (reason == StopReason.Canceled)
            {
                children = TakeChildren();
            }
            _lostResource = false;
        }

        // The callbacks of the token are the user's code: they run on the pool and not on the thread that keeps the leases.
        _ = CancelTokenAsync();
        if (children.Length > 0)
        {
            _ = CancelAsync(children);
        }
    }

    /// <summary>Ends the execution while its handler still runs: the slot is free and nothing that the handler still does is stored.</summary>
    public void Abandon(Func<Settlement?> settle)
    {
        if (TryEnd(settle))
        {
            LogMessages.Abandoned(_services.Logger, Name, Id, StopReason);
            _services.Metrics.Abandoned(_runner.Queue);
            _runner.OnAbandoned();
        }
    }

    /// <summary>The task goes back to the front of its queue and nothing is counted.</summary>
    public Settlement HandBack() => new(Key, SettlementKind.HandBack, new SettlementDetails { Attempt = Attempt - 1, Progress = TakeProgress(last: true) });

    /// <summary>The report that is to leave now; empty where there is none or it is too large to keep.</summary>
    public ReadOnlyMemory<byte> TakeProgress(bool last)
    {
        try
        {
            var report = last ? Progress.TakeLast() : Progress.Take();
            if (report.Length <= _services.Options.MaxProgressBytes)
            {
                return report;
            }

            LogMessages.ProgressDropped(_services.Logger, Name, Id, $"it has {report.Length} bytes, the limit is {_services.Options.MaxProgressBytes}");
            Progress.Confirm();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The detail is the user's type: one that cannot be written must not cost the task.
            LogMessages.ProgressDropped(_services.Logger, Name, Id, exception.GetType().ToString());
            Progress.Confirm();
        }

        return default;
    }

    private GuardedLogger CreateLogger()
    {
        var logger = _services.Loggers.CreateLogger($"TaskGen.Tasks.{Name}");
        return new GuardedLogger(_secrets is null ? logger : new RedactingLogger(logger, _secrets));
    }

    private Exception Redact(Exception exception) => _secrets is null ? exception : _secrets.Redact(exception);

    private string? Redact(string? text) => _secrets is null ? text : _secrets.Redact(text);

    private async Task CancelTokenAsync()
    {
        try
        {
            await _stop.CancelAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            LogMessages.CallbackFailed(_services.Logger, Name, Id, Redact(exception));
        }
    }

    private bool TryEnd(Func<Settlement?> settle)
    {
        List<ResourceLease> leases;
        lock (_lock)
        {
            if (_ended)
            {
                return false;
            }

            _ended = true;
            leases = [.. _leases];
        }

        _softLimit?.Dispose();
        _hardLimit?.Dispose();
        leases.ForEach(static lease => _ = lease.CloseAsync());
        Settlement? settlement;
        try
        {
            settlement = settle();
        }
        catch (Exception exception)
        {
            // What became of it cannot be told as it should be; that it ended has to be.
            LogMessages.RuntimeFailed(_services.Logger, Key.Id, _runner.Queue, Redact(exception));
            settlement = new Settlement(Key, SettlementKind.Failed, new SettlementDetails { Attempt = Attempt, Reason = DeadLetterReasons.RuntimeError });
        }

        Progress.Dispose();
        _runner.OnEnded(this, settlement, _services.Time.GetElapsedTime(_startedAt));
        return true;
    }

    private Settlement Succeed(ReadOnlyMemory<byte> result, Activity? activity)
    {
        Report("succeeded", null, activity);
        return HasRecord
            ? new Settlement(Key, SettlementKind.Succeeded, Details(default) with { Result = result })
            : new Settlement(Key, SettlementKind.Succeeded);
    }

    private Settlement? Settle(Exception exception, Activity? activity)
    {
        var outcome = _lostResource
            ? AttemptOutcome.LostResource
            : AttemptOutcome.Of(exception, StopReason, Redact(_cancelReason), Attempt, MaxAttempts, _entry.Defaults, _services.Chance.Next());
        Log(outcome);
        Report(outcome.Kind?.ToString().ToLowerInvariant() ?? "lease-lost", outcome.Exception?.GetType().ToString(), activity);
        return outcome.Kind is { } kind ? new Settlement(Key, kind, Details(outcome)) : null;
    }

    private void Log(in AttemptOutcome outcome)
    {
        switch (outcome.Kind)
        {
            case SettlementKind.Retry:
                LogMessages.Retrying(_services.Logger, Name, Id, Attempt, MaxAttempts, outcome.Delay, Redact(outcome.Exception!));
                break;
            case SettlementKind.Failed:
                LogMessages.Failed(_services.Logger, Name, Id, Attempt, MaxAttempts, outcome.Reason!, Redact(outcome.Exception!));
                break;
        }
    }

    private SettlementDetails Details(in AttemptOutcome outcome) => new()
    {
        Attempt = outcome.Kind is SettlementKind.Snooze or SettlementKind.HandBack ? Attempt - 1 : Attempt,
        StartedAt = _startTime,
        Delay = outcome.Delay,
        Failure = outcome.Exception is null ? default : FailureCodec.Write(outcome.Exception, _secrets is null ? null : _secrets.Redact),
        Progress = TakeProgress(last: true),
        Reason = outcome.Reason,
    };

    private void Report(string outcome, string? errorType, Activity? activity)
    {
        TaskGenActivities.End(activity, outcome, errorType);
        _services.Metrics.Ended(Name, Alias, _runner.Queue, outcome, _services.Time.GetElapsedTime(_startedAt));
    }

    private bool StartLimits()
    {
        _softLimit = TimeLimit.Start(_services.Time, _entry.Defaults.SoftTimeLimitSeconds, () => Stop(StopReason.SoftTimeLimit));
        _hardLimit = TimeLimit.Start(_services.Time, _entry.Defaults.TimeLimitSeconds, OnHardLimit);
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
        Abandon(() => Settle(new TaskTimeLimitException(StopReason.TimeLimit, TimeSpan.FromSeconds(_entry.Defaults.TimeLimitSeconds)), activity: null));
    }

    private async ValueTask DisposeScopeAsync()
    {
        AsyncServiceScope? toDispose;
        lock (_lock)
        {
            // A handler's leftover that asks for services later would get a scope that nobody disposes of.
            _isScopeClosed = true;
            toDispose = _scope;
        }

        if (toDispose is not { } scope)
        {
            return;
        }

        try
        {
            await scope.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // The method had returned: what its services do while they are thrown away does not undo it.
            LogMessages.DisposeFailed(_services.Logger, Name, Id, Redact(exception));
        }
    }
}
