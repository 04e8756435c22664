using Microsoft.Extensions.Hosting;
using TaskGen.Aot.Smoke;

if (SmokeSettings.Parse(args) is not { } settings)
{
    Console.Error.WriteLine("both|worker|client ENDPOINT NAMESPACE [STARTED]");
    return 2;
}

using var host = SmokeHost.Build(settings);
await host.StartAsync();
if (settings.RunsClient)
{
    Console.WriteLine("client started");
    await new SmokeClient(host.Services, settings.StartedAt).RunAsync();
    await host.StopAsync();
}
else
{
    Console.WriteLine("worker started");
    await host.WaitForShutdownAsync();
}

return 0;
