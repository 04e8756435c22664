using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace TaskGen.Sample;

/// <summary>Runs the work of a host until it ends or Ctrl+C is pressed, and prints the error if it fails.</summary>
internal static class HostRunner
{
    /// <summary>Runs the work of a host.</summary>
    /// <param name="host">The host.</param>
    /// <param name="what">The name of the work, as the subject of an error message.</param>
    /// <param name="run">
    /// A function that starts the host, does the work, and stops the host. Its token is canceled when the process is requested to end.
    /// </param>
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
