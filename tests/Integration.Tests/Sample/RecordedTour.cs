using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TaskGen.Sample;

namespace Integration.Tests;

/// <summary>Runs the embedded tour once in this process and keeps its output.</summary>
public sealed class RecordedTour : IAsyncLifetime
{
    private readonly IHost _host = SampleHost.CreateTour(new Servers(null, null, null), new Outputs(null, null, null));

    internal RecordingScreen Screen { get; } = new();

    internal IReadOnlyList<ITourStep> Steps =>
        [.. _host.Services.GetServices<ITourStep>(), _host.Services.GetRequiredService<ExamplesStep>()];

    public async Task InitializeAsync()
    {
        await _host.StartAsync();
        var services = _host.Services;
        var output = services.GetRequiredService<TourOutput>();
        var tour = new Tour(
            services.GetRequiredService<Servers>(),
            services.GetRequiredService<SampleDatabase>(),
            services.GetRequiredService<IDatasetStore>(),
            services.GetRequiredService<IUserStore>(),
            services.GetServices<ITourStep>(),
            services.GetRequiredService<ExamplesStep>(),
            new StepRunner(Screen, output, TimeProvider.System),
            output,
            Screen);
        await tour.RunAsync(CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
