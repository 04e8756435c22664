using System.Diagnostics;
using Microsoft.Extensions.Logging;
using TaskGen.Brokers;
using TaskGen.Primitives;
using TaskGen.Serialization;
using TaskGen.Telemetry;

namespace TaskGen.Worker;

/// <summary>
/// Ends an execution: converts the task method's result or exception to a settlement, and writes the log message and the telemetry.
/// </summary>
internal sealed class ExecutionEnd(WorkerServices services, TaskExecution execution)
{
    /// <summary>Returns the settlement of an execution whose task method has completed.</summary>
    /// <param name="result">The encoded result of the task method.</param>
    /// <param name="error">The exception that the task method threw; <see langword="null"/> if it returned.</param>
    /// <param name="activity">The activity of the execution.</param>
    /// <returns>The settlement; <see langword="null"/> if this worker has lost the lease and cannot settle the task.</returns>
    public Settlement? Of(ReadOnlyMemory<byte> result, Exception? error, Activity? activity)
    {
        try
        {
            return error is null ? Succeed(result, activity) : Fail(error, activity);
        }
        catch (Exception exception)
        {
            return RuntimeError(exception);
        }
    }

    /// <summary>Returns the settlement of an execution whose task method is abandoned while it is still running.</summary>
    /// <param name="settle">The function that creates the settlement.</param>
    /// <returns>The settlement; <see langword="null"/> if this worker has lost the lease and cannot settle the task.</returns>
    public Settlement? Of(Func<Settlement?> settle)
    {
        try
        {
            return settle();
        }
        catch (Exception exception)
        {
            return RuntimeError(exception);
        }
    }

    /// <summary>Returns the settlement of an attempt that failed, was stopped, or requested a retry or a snooze.</summary>
    /// <param name="exception">The exception that ended the attempt.</param>
    /// <param name="activity">The activity of the execution.</param>
    /// <returns>The settlement; <see langword="null"/> if this worker has lost the lease and cannot settle the task.</returns>
    public Settlement? Fail(Exception exception, Activity? activity)
    {
        var state = execution.State;
        var outcome = state.HasLostResource
            ? AttemptOutcome.LostResource
            : AttemptOutcome.Of(
                exception,
                state.StopReason,
                execution.Scope.Redact(state.CancelReason),
                execution.Attempt,
                execution.MaxAttempts,
                execution.Entry.Defaults,
                services.Chance.Next());
        Log(outcome);
        Report(outcome.Kind?.ToString().ToLowerInvariant() ?? "lease-lost", outcome.Exception?.GetType().ToString(), activity);
        return outcome.Kind is { } kind ? new Settlement(execution.Key, kind, Details(outcome)) : null;
    }

    private Settlement Succeed(ReadOnlyMemory<byte> result, Activity? activity)
    {
        Report("succeeded", null, activity);
        if (services.Logger.IsEnabled(LogLevel.Debug))
        {
            LogMessages.Succeeded(services.Logger, execution.Name, execution.Id, execution.Attempt, Durations.Show(execution.Elapsed));
        }

        return execution.HasRecord
            ? new Settlement(execution.Key, SettlementKind.Succeeded, Details(default) with { Result = result })
            : new Settlement(execution.Key, SettlementKind.Succeeded);
    }

    // The actual outcome cannot be reported because of an error in TaskGen. The task is settled as failed, so that its lease ends.
    private Settlement RuntimeError(Exception exception)
    {
        LogMessages.RuntimeFailed(services.Logger, execution.Key.Id, execution.Id.Queue, Redact(exception));
        return new Settlement(
            execution.Key,
            SettlementKind.Failed,
            new SettlementDetails { Attempt = execution.Attempt, Reason = DeadLetterReasons.RuntimeError });
    }

    private void Log(in AttemptOutcome outcome)
    {
        var (name, id, attempt, maxAttempts) = (execution.Name, execution.Id, execution.Attempt, execution.MaxAttempts);
        switch (outcome.Kind)
        {
            case SettlementKind.Retry:
                var delay = Durations.Show(outcome.Delay);
                LogMessages.Retrying(services.Logger, name, id, attempt, maxAttempts, delay, Redact(outcome.Exception!));
                break;
            case SettlementKind.Failed:
                LogMessages.Failed(services.Logger, name, id, attempt, maxAttempts, outcome.Reason!, Redact(outcome.Exception!));
                break;
            case SettlementKind.HandBack when execution.State.StopReason == StopReason.Shutdown:
                LogMessages.Returned(services.Logger, name, id);
                break;
        }
    }

    private SettlementDetails Details(in AttemptOutcome outcome) => new()
    {
        Attempt = outcome.Kind is SettlementKind.Snooze or SettlementKind.HandBack ? execution.Attempt - 1 : execution.Attempt,
        StartedAt = execution.StartTime,
        Delay = outcome.Delay,
        Failure = outcome.Exception is null ? default : WriteFailure(outcome.Exception),
        Progress = execution.TakeProgress(last: true),
        Reason = outcome.Reason,
    };

    private ReadOnlyMemory<byte> WriteFailure(Exception exception) =>
        FailureCodec.Write(exception, execution.Scope.Secrets is { } secrets ? secrets.Redact : null);

    private Exception Redact(Exception exception) => execution.Scope.Redact(exception);

    private void Report(string outcome, string? errorType, Activity? activity)
    {
        TaskGenActivities.End(activity, outcome, errorType);
        services.Metrics.Ended(execution.Name, execution.Alias, execution.Id.Queue, outcome, execution.Elapsed);
    }
}
