namespace Package.Tests.Support;

/// <summary>Files of users.</summary>
internal static class Programs
{
    public const string Tasks = """
        using TaskGen;

        namespace App;

        public sealed class GreetingTasks
        {
            [Task(Name = "greetings.greet", Retry = 3)]
            public async Task<string> Greet(string name, CancellationToken cancellationToken)
            {
                await Task.Delay(1, cancellationToken);
                return $"Hello, {name}!";
            }
        }
        """;

    /// <summary>Runs one of <see cref="Tasks"/> on the embedded broker and prints its result.</summary>
    public const string Main = """
        using App;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;
        using TaskGen;

        var builder = Host.CreateApplicationBuilder(args);
        builder.Services.AddTaskGen()
            .UseInMemory()
            .AddGeneratedTasks()
            .AddWorker(w => w.Queue("default"));
        using var host = builder.Build();
        await host.StartAsync();
        var greetings = host.Services.GetRequiredService<GreetingTasksClient>();
        TaskHandle<string> handle = await greetings.Greet.DelayAsync("world");
        Console.WriteLine(await handle.GetAsync(TimeSpan.FromSeconds(30)));
        await host.StopAsync();
        """;

    /// <summary>Its fifth line is a mistake (TG0002).</summary>
    public const string Mistake = """
        using TaskGen;

        public sealed class BrokenTasks
        {
            [Task(Name = "broken.run")] public async void Run() => await Task.Yield();
        }
        """;

    public const string Nothing = "return 0;";
}
