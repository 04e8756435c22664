using System.CommandLine;
using System.CommandLine.Invocation;

namespace TaskGen.Sample;

/// <summary>Runs the commands of the command line: the tour, and the commands for workers and clients in separate processes.</summary>
internal static class SampleCommand
{
    /// <summary>Runs the command that the arguments specify.</summary>
    /// <param name="arguments">The arguments of the process.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var servers = new ServerOptions();
        var outputs = new OutputOptions();
        var root = new RootCommand(
            "Runs a tour of TaskGen in one process. Without options, no server is needed: "
            + "tasks are kept in memory, and data, mail, and reports are stored in a temporary folder that is deleted at the end.")
        {
            servers.Redis,
            servers.Postgres,
            servers.Sqlite,
            WorkerCommand.Create(servers, outputs),
            EnqueueCommand.Create(servers),
        };
        outputs.AddTo(root);
        root.SetAction(parsed => TourCommand.RunAsync(servers.Read(parsed), outputs.Read(parsed)));

        var parsed = root.Parse(arguments);
        if (parsed.Action is ParseErrorAction)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
            }

            await Console.Error.WriteLineAsync("All options: dotnet run --project src/Sample -- --help");
            return ExitCodes.Usage;
        }

        // The host stops by itself and has a separate timeout. With the default timeout of two seconds here, a worker would be ended before
        // it has returned its tasks to their queues.
        return await parsed.InvokeAsync(
            new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
    }
}
