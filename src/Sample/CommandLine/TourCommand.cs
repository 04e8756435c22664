using Microsoft.Extensions.DependencyInjection;

namespace TaskGen.Sample;

/// <summary>Runs the tour, with a client and a worker in one process.</summary>
internal static class TourCommand
{
    public static async Task<int> RunAsync(Servers servers, Outputs outputs)
    {
        using var host = SampleHost.CreateTour(servers, outputs);
        return await HostRunner.RunAsync(host, "The tour", async stopping =>
        {
            await host.StartAsync(stopping);
            await host.Services.GetRequiredService<Tour>().RunAsync(stopping);
            await host.StopAsync(CancellationToken.None);
        });
    }
}
