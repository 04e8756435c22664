using TaskGen;

namespace Integration.Tests;

/// <summary>The tasks that the tests dispatch. Each tells the ledger, under a key that the test gave it, what it does.</summary>
/// <param name="ledger">Where it is told.</param>
internal sealed class LedgerTasks(Ledger ledger)
{
    [Task(Name = "kept", Retry = 3, RetryBaseDelaySeconds = 0.05)]
    public string Kept(string key, ITaskProgress progress, TaskContext context, int failures = 0)
    {
        ledger[key].Start(context);
        progress.Report(1, 2, "begun");
        if (context.Attempt <= failures)
        {
            throw new HttpRequestException("The other side was away.");
        }

        ledger[key].End();
        return key + "!";
    }

    [Task(Name = "ignored", IgnoreResult = true, Retry = 3, RetryBaseDelaySeconds = 0.05)]
    public void Ignored(string key, TaskContext context, int failures = 0)
    {
        ledger[key].Start(context);
        if (context.Attempt <= failures)
        {
            throw new HttpRequestException("The other side was away.");
        }

        ledger[key].End();
    }

    [Task(Name = "limited")]
    public async Task<string> Limited(string key, int milliseconds, TaskContext context)
    {
        await using var slot = await context.AcquireAsync("gpu", limit: 1);
        ledger.Enter();
        try
        {
            ledger[key].Start(context);
            await Task.Delay(milliseconds, context.CancellationToken);
            ledger[key].End();
            return key;
        }
        finally
        {
            ledger.Leave();
        }
    }

    [Task(Name = "held", Retry = 3, RetryBaseDelaySeconds = 0.05)]
    public async Task<string> Held(
        string key, string filler, ITaskProgress progress, TaskContext context, CancellationToken cancellationToken, int failures = 0)
    {
        ledger[key].Start(context);
        progress.Report(1, 2, "held");
        try
        {
            await ledger.PassAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            ledger[key].Stop(context.StopReason);
            throw;
        }

        progress.Report(2, 2, "free");
        if (context.Attempt <= failures)
        {
            throw new HttpRequestException("The other side was away.");
        }

        ledger[key].End();
        return $"{key}, {filler.Length}";
    }
}
