using System.Diagnostics;
using TaskGen;

namespace Reliability.Worker;

/// <summary>
/// Tasks that write down what happens to them. Those that take a worker's name behave in that worker only; in any other they end at once.
/// </summary>
public sealed class ProbeTasks(LedgerFile ledger, WorkerSettings worker)
{
    private const string Resource = "gpu";

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Equal questions are one task.</summary>
    [Task(Name = "probe.answer", Idempotent = true)]
    public Task<string> Answer(string question, TaskContext context) => RecordAsync(context, async () =>
    {
        await Task.Delay(Step, context.CancellationToken);
        return $"{context.Id.Value:N} answered {question}";
    });

    /// <summary>A little work; the record is kept.</summary>
    [Task(Name = "probe.work", Retry = 3, RetryBaseDelaySeconds = 0.05)]
    public Task<string> Work(int milliseconds, bool failsFirst, TaskContext context) =>
        RecordAsync(context, () => WorkAsync(milliseconds, failsFirst, context));

    /// <summary>A little work; nothing is kept.</summary>
    [Task(Name = "probe.work_aside", Retry = 3, RetryBaseDelaySeconds = 0.05, IgnoreResult = true)]
    public Task WorkAside(int milliseconds, bool failsFirst, TaskContext context) =>
        RecordAsync(context, () => WorkAsync(milliseconds, failsFirst, context));

    /// <summary>Runs until its token is canceled.</summary>
    [Task(Name = "probe.wait")]
    public Task<string> WaitIn(string name, TaskContext context) => RecordAsync(context, async () =>
    {
        if (name == worker.Name)
        {
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
        }

        return worker.Name;
    });

    /// <summary>Runs for ever and does not listen to its token.</summary>
    [Task(Name = "probe.deaf")]
    public Task<string> DeafIn(string name, TaskContext context) => RecordAsync(context, async () =>
    {
        if (name == worker.Name)
        {
            await Task.Delay(Timeout.Infinite, CancellationToken.None);
        }

        return worker.Name;
    });

    /// <summary>
    /// Runs until the process wakes from a pause, or until its token is canceled, and then does all the same as if nothing had been.
    /// </summary>
    [Task(Name = "probe.outlast", ProgressIntervalSeconds = 0.01)]
    public Task<string> OutlastPauseIn(string name, bool untilCanceled, TaskContext context) => RecordAsync(context, async () =>
    {
        context.Progress.Report(1, 2, worker.Name);
        if (name == worker.Name)
        {
            var before = Stopwatch.GetTimestamp();
            for (var paused = false; !(untilCanceled ? context.CancellationToken.IsCancellationRequested : paused);)
            {
                await Task.Delay(Step, CancellationToken.None);
                context.Progress.Report(1, 2, worker.Name);
                paused = Stopwatch.GetElapsedTime(before) > Pause;
                before = Stopwatch.GetTimestamp();
            }
        }

        context.Progress.Report(2, 2, worker.Name);
        return worker.Name;
    });

    /// <summary>A little work with one of the two leases of a resource.</summary>
    [Task(Name = "probe.limited")]
    public Task<string> Limited(int milliseconds, TaskContext context) => RecordAsync(context, () => UseAsync(2, async () =>
    {
        await Task.Delay(milliseconds, context.CancellationToken);
        return "done";
    }, context));

    /// <summary>Keeps the only lease of a resource until its token is canceled.</summary>
    [Task(Name = "probe.hold")]
    public Task<string> HoldIn(string name, TaskContext context) => RecordAsync(context, () => UseAsync(1, async () =>
    {
        if (name == worker.Name)
        {
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
        }

        return worker.Name;
    }, context));

    /// <summary>Keeps its thread.</summary>
    [Task(Name = "probe.block")]
    public string Block(int milliseconds, TaskContext context)
    {
        ledger.Write(LedgerEvent.Started, context);
#pragma warning disable TG0302 // It is deaf on purpose.
        Thread.Sleep(milliseconds);
#pragma warning restore TG0302
        ledger.Write(LedgerEvent.Ended, context);
        return worker.Name;
    }

    private static async Task<string> WorkAsync(int milliseconds, bool failsFirst, TaskContext context)
    {
        await Task.Delay(milliseconds, context.CancellationToken);
        return failsFirst && context.Attempt == 1 ? throw new InvalidOperationException("The first attempt fails by design.") : "done";
    }

    // The ledger's span lies within the time for which the lease is held.
    private async Task<string> UseAsync(int limit, Func<Task<string>> body, TaskContext context)
    {
        await using var lease = await context.AcquireAsync(Resource, limit);
        ledger.Write(LedgerEvent.Acquired, context);
        try
        {
            return await body();
        }
        finally
        {
            ledger.Write(LedgerEvent.Released, context);
        }
    }

    private async Task<string> RecordAsync(TaskContext context, Func<Task<string>> body)
    {
        ledger.Write(LedgerEvent.Started, context);

        // Never taken back: a body that sees its token canceled can return before this has run.
        context.CancellationToken.UnsafeRegister(_ => ledger.Write(LedgerEvent.Stopped, context), null);
        try
        {
            var result = await body();
            ledger.Write(LedgerEvent.Ended, context);
            return result;
        }
        catch
        {
            ledger.Write(LedgerEvent.Threw, context);
            throw;
        }
    }
}
