using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;

namespace TaskGen.Sample;

/// <summary>Creates the command that dispatches an operation on users to workers in other processes.</summary>
internal static class EnqueueUsersCommand
{
    private const double MaxTimeoutSeconds = 86_400;
    private const double MinTimeoutSeconds = 0.1;

    public static Command Create(ServerOptions servers, Option<bool> wait, Option<string> key)
    {
        var operation = new Option<UserOperation>("--operation")
        {
            Description = "The operation to perform on the users.",
            DefaultValueFactory = static _ => UserOperation.Activate,
        };
        var count = NumberOption.Create(
            "--users", "number", "The number of users. Their ids are 1 to this number.", 1, UserSeeding.Count, UserSeeding.Count);
        var size = NumberOption.Create("--batch-size", "number", "The number of users in a batch.", 1, UserSeeding.Count, 100);
        var atOnce = NumberOption.Create(
            "--at-once", "number", "The number of batches that run at the same time.", 1, UserSeeding.Count, 4);
        var timeout = NumberOption.Create(
            "--timeout",
            "seconds",
            "The maximum time to wait for a batch before it is abandoned.",
            MinTimeoutSeconds,
            MaxTimeoutSeconds,
            300);
        var command = new Command(
            "users", "Creates the users unless they exist, dispatches users.batch_process, and prints the id of the task.")
        {
            operation, count, size, atOnce, timeout,
        };
        servers.RequireShared(command, "enqueue users");
        command.SetAction(parsed => RunAsync(
            servers.Read(parsed),
            new UserDispatch(
                parsed.GetRequiredValue(operation),
                parsed.GetRequiredValue(count),
                parsed.GetRequiredValue(size),
                parsed.GetRequiredValue(atOnce),
                parsed.GetRequiredValue(timeout),
                parsed.GetValue(key),
                parsed.GetValue(wait))));
        return command;
    }

    private static async Task<int> RunAsync(Servers servers, UserDispatch dispatch)
    {
        using var host = SampleHost.CreateClient(servers);
        return await HostRunner.RunAsync(host, "The dispatch", async stopping =>
        {
            await host.StartAsync(stopping);
            await host.Services.GetRequiredService<Dispatch>().RunAsync(dispatch, stopping);
            await host.StopAsync(CancellationToken.None);
        });
    }
}
