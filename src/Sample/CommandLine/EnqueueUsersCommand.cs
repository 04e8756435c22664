using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;

namespace TaskGen.Sample;

/// <summary>A process that dispatches an operation on users and leaves the work to others.</summary>
internal static class EnqueueUsersCommand
{
    private const double MaxTimeoutSeconds = 86_400;
    private const double MinTimeoutSeconds = 0.1;

    public static Command Create(ServerOptions servers, Option<bool> wait, Option<string> key)
    {
        var operation = new Option<UserOperation>("--operation")
        {
            Description = "What to do to them.",
            DefaultValueFactory = static _ => UserOperation.Activate,
        };
        var count = NumberOption.Create(
            "--users", "number", "To how many: those with the ids from 1 to this.", 1, UserSeeding.Count, UserSeeding.Count);
        var size = NumberOption.Create("--batch-size", "number", "How many users a batch has.", 1, UserSeeding.Count, 100);
        var atOnce = NumberOption.Create("--at-once", "number", "How many batches are under way at once.", 1, UserSeeding.Count, 4);
        var timeout = NumberOption.Create(
            "--timeout", "seconds", "How long to wait for a batch before it is given up.", MinTimeoutSeconds, MaxTimeoutSeconds, 300);
        var command = new Command(
            "users", "Makes the users where they are missing, dispatches users.batch_process, and prints the task's id.")
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
