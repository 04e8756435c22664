using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace TaskGen.Aot.Smoke;

/// <summary>The host, put together as in any program.</summary>
internal static class SmokeHost
{
    public static IHost Build(SmokeSettings settings)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Critical);
        builder.Services.AddSingleton<PriceList>();
        var tasks = builder.Services.AddTaskGen(options => options.Namespace = settings.Namespace)
            .UseRedis(settings.EndPoint)
            .AddGeneratedTasks();
        if (settings.RunsWorker)
        {
            tasks.AddWorker(static worker => worker.Queue("default"));
        }

        return builder.Build();
    }
}
