using Microsoft.Extensions.Hosting;

namespace Reliability.Worker;

/// <summary>Runs tasks until the process is told to stop.</summary>
public static class WorkerVerb
{
    /// <summary>The line that says that the worker takes tasks.</summary>
    public const string Ready = "ready";

    internal static async Task RunAsync(WorkerSettings settings)
    {
        if (settings.PoolThreads > 0
            && !(ThreadPool.SetMinThreads(settings.PoolThreads, 1) && ThreadPool.SetMaxThreads(settings.PoolThreads, settings.PoolThreads)))
        {
            throw new InvalidOperationException($"The pool cannot have exactly {settings.PoolThreads} threads.");
        }

        using var ledger = new LedgerFile(settings.Ledger);
        using var host = ProbeHost.CreateWorker(settings, ledger);
        await host.StartAsync();
        await Console.Out.WriteLineAsync(Ready);
        await host.WaitForShutdownAsync();
    }
}
