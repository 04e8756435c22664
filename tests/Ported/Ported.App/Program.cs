using Ported.App;
using Ported.App.Checks;
using TaskGen;

using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
using var ran = new RanTasks();
using var host = PortedHost.Create();
await host.StartAsync(limit.Token);
foreach (var type in (Type[])[
    typeof(LibraryChecks), typeof(VaultChecks), typeof(ShopChecks), typeof(ContentChecks), typeof(CanvasChecks), typeof(LegacyChecks),
    typeof(StartupChecks),
])
{
    await ((ICheckGroup)ActivatorUtilities.CreateInstance(host.Services, type)).RunAsync(limit.Token);
}

await host.StopAsync(limit.Token);
var declared = host.Services.GetRequiredService<ITaskRegistry>().Tasks.Select(static task => task.Name).ToList();
foreach (var name in ran.Names)
{
    Console.WriteLine($"ran {name}");
}

foreach (var name in declared.Except(ran.Names))
{
    await Console.Error.WriteLineAsync($"did not run {name}");
}

Console.WriteLine($"{ran.Names.Count} of {declared.Count} tasks ran");
return declared.Except(ran.Names).Any() ? 1 : 0;
