using System.Collections;

namespace TaskGen.Servers;

/// <summary>
/// Commands of the SDK as a user would give them in a shell: without what a test run has put into the environment, and without build
/// servers, which would outlive the test.
/// </summary>
public static class DotnetCommand
{
    /// <summary>What the test runner, the build that started it, or its host say to their own children.</summary>
    private static readonly string[] Foreign = ["MSBUILD", "VSTEST", "TESTINGPLATFORM", "COREHOST", "COMPLUS_", "DOTNET_"];

    /// <summary>Where things are on this machine, and what keeps the SDK quiet.</summary>
    private static readonly string[] Kept =
        ["DOTNET_ROOT", "DOTNET_CLI_HOME", "DOTNET_CLI_TELEMETRY_OPTOUT", "DOTNET_NOLOGO", "DOTNET_GENERATE_ASPNET_CERTIFICATE"];

    /// <summary>Runs <c>dotnet &lt;arguments&gt;</c> in a folder, to its end.</summary>
    /// <exception cref="TimeoutException">The limit has passed; the process is killed.</exception>
    public static async Task<CommandResult> RunAsync(string folder, TimeSpan limit, params string[] arguments)
    {
        await using var child = ChildProcess.Start(
            Executables.Dotnet(), arguments, new ChildProcessOptions { WorkingDirectory = folder, Environment = CleanEnvironment() });
        var exitCode = await child.WaitForExitAsync(limit);
        await child.OutputEnded.WaitAsync(limit);
        return new CommandResult(exitCode, string.Join('\n', child.Lines));
    }

    /// <summary>Runs <c>dotnet &lt;arguments&gt;</c> in a folder; it has to succeed.</summary>
    /// <returns>Its output.</returns>
    /// <exception cref="ServerException">It failed; the message has its output.</exception>
    public static async Task<string> RequireAsync(string folder, TimeSpan limit, params string[] arguments)
    {
        var result = await RunAsync(folder, limit, arguments);
        return result.ExitCode == 0
            ? result.Output
            : throw new ServerException($"dotnet {string.Join(' ', arguments)} ended with exit code {result.ExitCode}:\n{result.Output}");
    }

    private static Dictionary<string, string?> CleanEnvironment()
    {
        var environment = new Dictionary<string, string?>();
        foreach (var name in Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(static entry => (string)entry.Key))
        {
            if (Foreign.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                && !Kept.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                environment[name] = null;
            }
        }

        environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        environment["MSBUILDDISABLENODEREUSE"] = "1";
        environment["UseSharedCompilation"] = "false";
        return environment;
    }
}
