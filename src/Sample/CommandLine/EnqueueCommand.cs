using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;

namespace TaskGen.Sample;

/// <summary>A process that dispatches a task and leaves the work to others.</summary>
internal static class EnqueueCommand
{
    public static Command Create(ServerOptions servers)
    {
        var wait = new Option<bool>("--wait") { Description = "Follow the task and print its result.", Recursive = true };
        var key = new Option<string>("--key")
        {
            HelpName = "text",
            Description = "Dispatches of one key are one task, for a day.",
            Recursive = true,
        };
        key.Validators.Add(static option =>
        {
            if (option.Tokens.Any(static token => string.IsNullOrWhiteSpace(token.Value)))
            {
                option.AddError("--key is empty.");
            }
        });

        var command = new Command(
            "enqueue",
            "Imports the data set where it is missing, dispatches datasets.process_large, and prints the task's id. "
            + "Without --key its arguments are the key.")
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
