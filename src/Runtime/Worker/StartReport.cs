using TaskGen.Client;
using TaskGen.Telemetry;

namespace TaskGen.Worker;

/// <summary>Logs which tasks and queues a worker serves when it has started, and what is probably missing.</summary>
internal static class StartReport
{
    public static void Write(WorkerServices services)
    {
        var (worker, served) = (services.Worker.Name, services.Worker.Queues.Keys.ToList());
        LogMessages.WorkerStarted(
            services.Logger, worker, services.Options.Namespace, services.Table.Entries.Count(), string.Join(", ", served));
        if (!services.Table.Entries.Any())
        {
            LogMessages.NoTasks(services.Logger, worker);
        }

        var notServed = services.Table.Entries.Select(static entry => entry.Defaults.Queue)
            .Distinct(StringComparer.Ordinal)
            .Except(served, StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(queue => NearNames.Quote(queue, served))
            .ToList();
        if (notServed.Count > 0)
        {
            LogMessages.QueuesNotServed(services.Logger, worker, string.Join(", ", notServed));
        }
    }
}
