using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace TaskGen.Sample;

/// <summary>Runs the tour until it ends or somebody presses Ctrl+C, and says how it went.</summary>
internal static class TourRunner
{
    public static async Task<int> RunAsync(IServiceProvider services)
    {
        var stopping = services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        try
        {
            await services.GetRequiredService<Tour>().RunAsync(stopping);
            return ExitCodes.Done;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("Stopped.");
            return ExitCodes.Interrupted;
        }
        catch (Exception failure)
        {
            await Console.Error.WriteLineAsync($"The tour failed: {failure.Message}");
            return ExitCodes.Failed;
        }
    }
}
