using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace TaskGen.Tests.Worker;

/// <summary>A worker and a caller say who serves which queue (fault R13).</summary>
public sealed class R13Tests
{
    [Fact]
    public async Task A_worker_says_what_it_serves_and_which_declared_queues_it_does_not()
    {
        await using var host = new TestHost(static options => options.Namespace = "shop");
        await host.StartWorkerAsync(static options =>
        {
            options.Name = "w";
            options.Queue("defualt").Queue("mail");
        });

        Assert.Contains(host.Logs.Lines, static line => Regex().IsMatch(line));
        Assert.Contains(
            host.Logs.Lines,
            static line => line.Contains(
                "does not serve: 'cpu', 'default' (did you mean 'defualt'?), 'reports'. Another process", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_worker_without_tasks_says_how_to_add_them()
    {
        var services = new ServiceCollection();
        var logs = new LogCollector();
        services.AddLogging(logging => logging.AddProvider(logs));
        services.AddTaskGen().UseInMemory().AddWorker(static worker => worker.Queue("default"));
        await using var provider = services.BuildServiceProvider();
        var worker = provider.GetRequiredService<TaskGen.Worker.TaskWorker>();

        await worker.StartAsync(CancellationToken.None);

        Assert.Contains(logs.Lines, static line => line.StartsWith("Warning ", StringComparison.Ordinal)
            && line.Contains("AddGeneratedTasks()", StringComparison.Ordinal));
        await worker.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task An_unknown_name_is_postponed_with_the_time_the_count_and_a_question()
    {
        await using var host = new TestHost(static options => options.Namespace = "shop");
        await host.DelayAsync<Profiles.Plain>("x");
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(host.Logs));
        services.AddSingleton<TimeProvider>(host.Time).AddSingleton<TaskGen.Brokers.IBroker>(host.Broker);
        services.AddTaskGen(static options => options.Namespace = "shop").AddWorker(static worker => worker.Queue("default"));
        await using var provider = services.BuildServiceProvider();
        var worker = provider.GetRequiredService<TaskGen.Worker.TaskWorker>();

        await worker.StartAsync(CancellationToken.None);
        await TestHost.UntilAsync(() => Task.FromResult(Any("postponed by 30 s (1 of 10)")));
        await worker.StopAsync(CancellationToken.None);

        Assert.True(Any("Does another application use namespace 'shop'?"));

        bool Any(string text) => host.Logs.Lines.Any(line => line.Contains(text, StringComparison.Ordinal));
    }

    private static System.Text.RegularExpressions.Regex Regex() => new(
        @"^Information Worker w has started in namespace 'shop'\. It knows \d+ task\(s\), and serves these queues: defualt, mail\.");
}
