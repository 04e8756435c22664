using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Spectre.Console;
using TaskGen;
using TaskGen.Sample;

if (args.Length > 0)
{
    await Console.Error.WriteLineAsync($"Unknown argument '{args[0]}'. The sample takes none: dotnet run --project src/Sample");
    return ExitCodes.Usage;
}

// A file or a pipe has no width; 80 columns would break lines that nobody wants broken.
if (!AnsiConsole.Profile.Out.IsTerminal)
{
    AnsiConsole.Profile.Width = 120;
}

var builder = Host.CreateApplicationBuilder();

// The tour itself tells of attempts that fail; what else is worth a line is an error.
builder.Logging.SetMinimumLevel(LogLevel.Error);
builder.Services
    .AddSingleton(TimeProvider.System)
    .AddSingleton<TemporaryFolder>()
    .AddSingleton(services => new DatasetStore(services.GetRequiredService<TemporaryFolder>().File("datasets.db"), services.GetRequiredService<TimeProvider>()))
    .AddSingleton(AnsiConsole.Console)
    .AddSingleton<ProgressView>()
    .AddSingleton<Tour>();

builder.Services.AddTaskGen(o => o.Namespace = "sample")
    .UseInMemory()
    .AddGeneratedTasks()
    .AddWorker(w => w
        .Queue("default")
        .Queue("cpu_intensive", q =>
        {
            q.Concurrency = 2;
            q.DedicatedThreads = true;
        }));

using var host = builder.Build();
await host.StartAsync();
var exitCode = await TourRunner.RunAsync(host.Services);
await host.StopAsync();
return exitCode;
