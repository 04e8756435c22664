using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace TaskGen.Sample;

/// <summary>Runs what a host is for until it ends or somebody presses Ctrl+C, and says how it went.</summary>
internal static class HostRunner
{
    /// <summary>Runs it.</summary>
    /// <param name="host">The host.</param>
    /// <param name="what">What it is called in a message, first in the sentence.</param>
    /// <param name="run">Starts the host, does the work and stops it; its token fires when the process is told to end.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(IHost host, string what, Func<CancellationToken, Task> run)
    {
        var stopping = host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        try
        {
            await run(stopping);
            return ExitCodes.Done;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("Stopped.");
            return ExitCodes.Interrupted;
        }
        catch (Exception failure)
        {
            ErrorLine.Write($"{what} failed: {failure.Message}");
            return ExitCodes.Failed;
        }
    }
}
