using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TaskGen;

namespace Upgrade.Common;

/// <summary>The command line of both versions: a worker, a producer, or a reader of one result.</summary>
public static class UpgradeProgram
{
    /// <summary>The line that says that a worker takes tasks.</summary>
    public const string Ready = "ready";

    /// <summary>What the line with a receipt begins with.</summary>
    public const string Receipt = "receipt ";

    /// <summary>A tenth of it is how long a task is put off that a worker does not know.</summary>
    public static readonly TimeSpan UnknownTaskGrace = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>Runs one process.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args, IVersion version)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(version);
        switch (args)
        {
            case ["worker", var redis, var space, var name]:
                await WorkAsync(version, redis, space, name);
                return 0;
            case ["produce", var redis, var space, var kinds, var first, var count, var failsOn]:
                await ProduceAsync(
                    version, redis, space, kinds.Split(Kinds.And), Enumerable.Range(ToNumber(first), ToNumber(count)), failsOn);
                return 0;
            case ["read", var redis, var space, var id]:
                using (var host = CreateHost(version, redis, space, worker: null))
                {
                    var receipt = version.ReadReceiptAsync(host.Services.GetRequiredService<ITaskClient>(), TaskId.Parse(id))
                        .WaitAsync(Limit);
                    await Console.Out.WriteLineAsync(Receipt + await receipt);
                    return 0;
                }

            default:
                await Console.Error.WriteLineAsync(
                    "worker <redis> <namespace> <name> | produce <redis> <namespace> <kind>+<kind> <first> <count> <fails on> | read "
                    + "<redis> <namespace> <id>");
                return 2;
        }
    }

    private static async Task WorkAsync(IVersion version, string redis, string space, string name)
    {
        using var host = CreateHost(version, redis, space, worker =>
        {
            worker.Name = name;
            worker.UnknownTaskGrace = UnknownTaskGrace;
            worker.Queue("default", static queue => queue.Concurrency = 8);
        });
        await host.StartAsync();
        await Console.Out.WriteLineAsync(Ready);
        await host.WaitForShutdownAsync();
    }

    private static async Task ProduceAsync(
        IVersion version, string redis, string space, string[] kinds, IEnumerable<int> numbers, string failsOn)
    {
        using var host = CreateHost(version, redis, space, worker: null);
        var tasks = host.Services.GetRequiredService<ITaskClient>();
        foreach (var number in numbers)
        {
            foreach (var kind in kinds)
            {
                await foreach (var dispatched in version.ProduceAsync(tasks, kind, number, failsOn))
                {
                    await Console.Out.WriteLineAsync(dispatched.ToString());
                }
            }
        }
    }

    private static IHost CreateHost(IVersion version, string redis, string space, Action<WorkerOptions>? worker)
    {
        // No settings files and no reloading: the processes shall start quickly.
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddSimpleConsole(static console => console.SingleLine = true);
        var taskGen = builder.Services.AddTaskGen(options => options.Namespace = space).UseRedis(redis);
        version.AddTasks(taskGen);
        if (worker is not null)
        {
            taskGen.AddWorker(worker);
        }

        return builder.Build();
    }

    private static int ToNumber(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
