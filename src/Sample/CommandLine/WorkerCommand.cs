using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace TaskGen.Sample;

/// <summary>Creates the command that runs tasks until the process is requested to stop.</summary>
internal static class WorkerCommand
{
    private const int MaxNameLength = 200;
    private const int MaxConcurrency = 10_000;
    private const double MinLeaseSeconds = 0.1;
    private const double MaxLeaseSeconds = 3600;

    public static Command Create(ServerOptions servers, OutputOptions outputs)
    {
        var name = new Option<string>("--name")
        {
            HelpName = "name",
            Description = "The name of the worker in snapshots and logs.",
            DefaultValueFactory = static _ => Environment.MachineName,
        };
        name.Validators.Add(static option =>
        {
            if (option.Tokens.Any(static token => !IsName(token.Value)))
            {
                option.AddError($"--name must have 1 to {MaxNameLength} characters from A-Z, a-z, 0-9, '.', '_', and '-'.");
            }
        });

        var concurrency = NumberOption.Create(
            "--concurrency",
            "number",
            "The maximum number of tasks of each queue that run at the same time.",
            1,
            MaxConcurrency,
            Environment.ProcessorCount);
        var lease = NumberOption.Create(
            "--lease",
            "seconds",
            "The duration of a lease. If the worker stops responding, other workers take over its tasks after this time.",
            MinLeaseSeconds,
            MaxLeaseSeconds,
            new WorkerOptions().LeaseDuration.TotalSeconds);

        var command = new Command("worker", "Runs tasks until Ctrl+C or SIGTERM. Unfinished tasks are then returned to their queues.")
        {
            name, concurrency, lease,
        };
        outputs.AddTo(command);
        servers.RequireShared(command, "worker");
        command.SetAction(parsed => RunAsync(
            servers.Read(parsed),
            outputs.Read(parsed),
            new WorkerSettings(
                parsed.GetRequiredValue(name),
                parsed.GetRequiredValue(concurrency),
                TimeSpan.FromSeconds(parsed.GetRequiredValue(lease)))));
        return command;
    }

    private static async Task<int> RunAsync(Servers servers, Outputs outputs, WorkerSettings settings)
    {
        using var host = SampleHost.CreateWorker(servers, outputs, settings);
        return await HostRunner.RunAsync(host, "The worker", async stopping =>
        {
            // The tables are created before the first task is received. If the database cannot be reached, the error is reported
            // immediately.
            var database = host.Services.GetRequiredService<SampleDatabase>();
            await database.CreateAsync(stopping);

            using var lines = new FinishedTaskLines(Console.Out);
            await host.StartAsync(CancellationToken.None);
            var mail = host.Services.GetRequiredService<IMailTransport>().Place;
            var reports = host.Services.GetRequiredService<ReportFolder>().Path;
            await Console.Out.WriteLineAsync(
                $"Worker {settings.Name} is ready: tasks from {servers.Broker}, data in {database.Place}, mail to {mail}, "
                + $"and reports in {reports}. Press Ctrl+C to stop it.");
            await host.WaitForShutdownAsync(CancellationToken.None);
            await Console.Out.WriteLineAsync($"Worker {settings.Name} has stopped.");
        });
    }

    private static bool IsName(string text) =>
        text.Length is > 0 and <= MaxNameLength
        && text.All(static character => char.IsAsciiLetterOrDigit(character) || character is '.' or '_' or '-');
}
