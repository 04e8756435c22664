using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Shop;
using TaskGen;
using TaskGen.Worker;

HostApplicationBuilder builder = Host.CreateApplicationBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Critical);
builder.Services.AddSingleton<IReportStore, ReportStore>();
builder.Services.AddSingleton<ReportsEndpoint>();
builder.Services.AddSingleton<AlertStore>();
builder.Services.AddSingleton<CanvasEndpoint>();
TaskGenBuilder taskGen = builder.Services.AddTaskGen(o => o.Namespace = "shop");
(args is ["--redis", var configuration] ? taskGen.UseRedis(configuration) : taskGen.UseInMemory())
    .AddGeneratedTasks()                   // generated; covers this assembly and the referenced ones that hold tasks
    .AddWorker(w => w
        .Queue("cpu_intensive", q => { q.Concurrency = 2; q.DedicatedThreads = true; })
        .Queue("io_intensive",  q => q.Concurrency = 64)
        .Queue("default"));

using IHost host = builder.Build();
using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
await host.StartAsync(limit.Token);
await host.Services.GetRequiredService<ReportsEndpoint>().RunAsync(limit.Token);
await host.Services.GetRequiredService<CanvasEndpoint>().RunAsync(limit.Token);
await host.StopAsync(limit.Token);
Console.WriteLine("The examples of the API documentation compile and run.");
