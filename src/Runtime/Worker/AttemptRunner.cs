using TaskGen.Brokers;
using TaskGen.Serialization;
using TaskGen.Telemetry;

namespace TaskGen.Worker;

/// <summary>
/// Takes one held task, which has a concurrency slot, to the end of its attempt: judges whether it can run, marks its start and runs it.
/// The slot is free afterwards, whatever happens.
/// </summary>
internal sealed class AttemptRunner(WorkerServices services, QueueRunner runner, Outbox outbox)
{
    private readonly Admission _admission = new(services, runner.Queue);

    /// <summary>Runs the attempt. Never throws.</summary>
    public async Task RunAsync(HeldTask task)
    {
        try
        {
            await JudgeAndRunAsync(task).ConfigureAwait(true);
        }
        catch (Exception exception)
        {
            // No task may keep its concurrency slot, whatever fails.
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

    // A task that may have crashed a worker starts only after the broker has noted its start.
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
