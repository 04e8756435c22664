using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;

namespace TaskGen.Sample;

/// <summary>Creates the command that dispatches a task to workers in other processes.</summary>
internal static class EnqueueCommand
{
    public static Command Create(ServerOptions servers)
    {
        var wait = new Option<bool>("--wait")
        {
            Description = "Shows the progress of the task, waits until it ends, and prints its result.",
            Recursive = true,
        };
        var key = new Option<string>("--key")
        {
            HelpName = "text",
            Description = "The idempotency key. For one day, dispatches with the same key run only one task.",
            Recursive = true,
        };
        key.Validators.Add(static option =>
        {
            if (option.Tokens.Any(static token => string.IsNullOrWhiteSpace(token.Value)))
            {
                option.AddError("--key must not be empty.");
            }
        });

        var command = new Command(
            "enqueue",
            "Imports the data set unless it exists, dispatches datasets.process_large, and prints the id of the task. "
            + "Without --key, the key is derived from the arguments.")
        {
            wait, key, EnqueueUsersCommand.Create(servers, wait, key),
        };
        servers.RequireShared(command, "enqueue");
        command.SetAction(parsed => RunAsync(servers.Read(parsed), parsed.GetValue(key), parsed.GetValue(wait)));
        return command;
    }

    private static async Task<int> RunAsync(Servers servers, string? key, bool wait)
    {
        using var host = SampleHost.CreateClient(servers);
        return await HostRunner.RunAsync(host, "The dispatch", async stopping =>
        {
            await host.StartAsync(stopping);
            await host.Services.GetRequiredService<Dispatch>().RunAsync(key, wait, stopping);
            await host.StopAsync(CancellationToken.None);
        });
    }
}
