using System.CommandLine;
using System.CommandLine.Invocation;

namespace TaskGen.Sample;

/// <summary>The command line: the tour, and two verbs that are processes of their own.</summary>
internal static class SampleCommand
{
    /// <summary>Does what the arguments say.</summary>
    /// <param name="arguments">The arguments of the process.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var servers = new ServerOptions();
        var outputs = new OutputOptions();
        var root = new RootCommand(
            "A tour of TaskGen in one process. Without options all of it is embedded: "
            + "tasks in memory, data, mail and reports in a temporary folder that is deleted at the end.")
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

        // The host has its own way to stop and its own patience; two seconds, the default here, would cut a worker off that hands its tasks
        // back.
        return await parsed.InvokeAsync(
            new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
    }
}
