using Ported.Services;
using TaskGen;

namespace Ported.App;

/// <summary>Creates the host: services, tasks, and a worker for all queues.</summary>
internal static class PortedHost
{
    private static readonly string[] Queues = ["default", "library", "maintenance", "imports", "exports", "mail", "reports"];

    public static IHost Create()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Critical);
        builder.Services
            .AddSingleton<IJournal, Journal>()
            .AddSingleton<ILibraryStore, LibraryStore>()
            .AddSingleton<IOrderStore, OrderStore>()
            .AddScoped<ISendStore, SendStore>()
            .AddTransient<IMailSender, MailSender>()
            .AddKeyedSingleton<INotifier, PushNotifier>(PushNotifier.Key)
            .AddSingleton<Legacy.IReportWriter, Legacy.ReportWriter>()
            .AddSingleton<Check>()
            .Configure<SyncOptions>(static options => options.MaxUsers = 10)
            .ConfigureHttpClientDefaults(static client => client.ConfigurePrimaryHttpMessageHandler(static () => new OfflineHandler()))
            .AddHttpClient();
        builder.Services.AddTaskGen(static options => options.Namespace = "ported")
            .UseInMemory()
            .AddGeneratedTasks()
            .AddWorker(static worker =>
            {
                foreach (var queue in Queues)
                {
                    worker.Queue(queue);
                }

                worker.Queue("images", static queue => queue.DedicatedThreads = true);
            });
        return builder.Build();
    }
}
