using TaskGen.Brokers;
using TaskGen.Serialization;
using TaskGen.Telemetry;

namespace TaskGen.Worker;

/// <summary>
/// Executes one attempt of a leased task that has a concurrency slot: checks the task, marks it as started, and runs the task method. The
/// concurrency slot is always released at the end.
/// </summary>
internal sealed class AttemptRunner(WorkerServices services, QueueRunner runner, Outbox outbox)
{
    private readonly Admission _admission = new(services, runner.Queue);

    /// <summary>Executes the attempt. The method never throws an exception.</summary>
    public async Task RunAsync(HeldTask task)
    {
        try
        {
            await JudgeAndRunAsync(task).ConfigureAwait(true);
        }
        catch (Exception exception)
        {
            // An unexpected error must not keep the concurrency slot occupied.
            LogMessages.RuntimeFailed(services.Logger, task.Key.Id, runner.Queue, exception);
            var details = new SettlementDetails { Reason = DeadLetterReasons.RuntimeError, Failure = FailureCodec.Write(exception) };
            if (task.Execution is { } execution)
            {
                execution.Abandon(() => new Settlement(task.Key, SettlementKind.Failed, details));
                return;
            }

            runner.OnNotBegun(task, new Settlement(task.Key, SettlementKind.Failed, details));
        }
    }

    private async Task JudgeAndRunAsync(HeldTask task)
    {
        if (_admission.Judge(task, out var entry, out var envelope) is { } settlement)
        {
            runner.OnNotBegun(task, settlement);
            return;
        }

        var execution = new TaskExecution(services, runner, task, entry!, envelope);
        if (!runner.TryBegin(task, execution))
        {
            return;
        }

        if (envelope.Header.Crashes > 0)
        {
            if (!await StartSuspectAsync(execution, envelope.Header.Crashes).ConfigureAwait(true))
            {
                return;
            }
        }
        else if (execution.HasRecord)
        {
            outbox.Mark(new StartMark(execution.Key, execution.Attempt));
            runner.OnChanged();
        }

        await execution.RunAsync().ConfigureAwait(true);
    }

    // A suspect (a task to which an earlier worker crash is attributed) starts only after the broker has confirmed its start mark, so that
    // another crash can be counted for it.
    private async Task<bool> StartSuspectAsync(TaskExecution execution, int crashes)
    {
        await services.SuspectGate.EnterAsync(execution, crashes).ConfigureAwait(true);
        if (execution.HasEnded)
        {
            return false;
        }

        var marked = outbox.MarkAndConfirmAsync(new StartMark(execution.Key, execution.Attempt));
        runner.OnChanged();
        if (await marked.ConfigureAwait(true) && !execution.HasEnded)
        {
            return true;
        }

        services.SuspectGate.Leave(execution);
        execution.Stop(StopReason.LeaseLost);
        execution.Abandon(static () => null);
        return false;
    }
}
