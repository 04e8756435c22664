using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TaskGen;
using TaskGen.Servers;

namespace Integration.Tests;

/// <summary>Makes the mistakes of the first days, and compares the messages with the table in <c>docs/troubleshooting.md</c>.</summary>
public sealed partial class FirstDaysTests
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(0.2);

    [Fact]
    public async Task No_broker()
    {
        await using var app = new Application();
        var host = app.Build(static _ => { });

        Explains(Assert.Throws<InvalidOperationException>(() => Application.TasksOf(host)).Message, "UseRedis", "UseInMemory");
    }

    [Fact]
    public async Task No_generated_tasks()
    {
        var logs = new LogCollector();
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.AddProvider(logs);
        builder.Services.AddTaskGen().UseInMemory().AddWorker(static worker => worker.Queue("default"));
        using var host = builder.Build();
        await host.StartAsync();
        await host.StopAsync();

        Explains(Assert.Single(logs.AtLeast(LogLevel.Warning)).Text, "AddGeneratedTasks()");
    }

    [Fact]
    public async Task No_worker()
    {
        await using var app = new Application();
        var handle = await Application.TasksOf(app.Build(static tasks => tasks.UseInMemory())).Kept.DelayAsync("a");

        Explains((await Assert.ThrowsAsync<TimeoutException>(() => handle.GetAsync(Short))).Message, "Pending", "AddWorker(");
    }

    [Fact]
    public async Task A_queue_that_no_worker_serves()
    {
        await using var app = new Application();
        var host = app.Build(static tasks => tasks.UseInMemory().AddWorker(static worker => worker.Queue("reports")));
        await host.StartAsync();
        var handle = await Application.TasksOf(host).Kept.With(new() { Queue = "reprots" }).DelayAsync("a");

        Explains((await Assert.ThrowsAsync<TimeoutException>(() => handle.GetAsync(Short))).Message, "'reprots' (did you mean 'reports'?)");
    }

    [Fact]
    public async Task Redis_is_away_at_the_start_and_a_wrong_password()
    {
        await using var server = await RedisServer.StartAsync(new RedisServerOptions { Users = ["app on >right ~* &* +@all"] });
        await server.CommandAsync("ACL", "SETUSER", "default", "off");
        await using var app = new Application();
        var error = await Assert.ThrowsAsync<TaskBrokerException>(() => app.StartWorkerAsync(server.EndPoint + ",user=app,password=wrong"));
        Explains(error.Message, server.EndPoint, "'user' and 'password'");

        await server.KillAsync();
        await app.StartWorkerAsync(server.EndPoint + ",user=app,password=right");
        Explains(Assert.Single(app.Logs.Of(25)).Text, server.EndPoint, "Check that the server runs");
        Explains(Assert.Single(app.Logs.Lines, static line => line.Event == 27).Text, "will serve these queues");
    }

    [Fact]
    public async Task An_old_worker_or_another_application_in_the_same_namespace()
    {
        await using var server = await RedisServer.StartAsync();
        await using var app = new Application();
        await Application.TasksOf(app.CreateClient(server.EndPoint)).Kept.DelayAsync("a");
        var logs = new LogCollector();
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.AddProvider(logs);
        builder.Services.AddTaskGen(static options => options.Namespace = Application.Namespace)
            .UseRedis(server.EndPoint).AddWorker(static worker => worker.Queue(Application.Queue));
        using var host = builder.Build();
        await host.StartAsync();
        await Wait.UntilAsync(() => logs.Of(13).Count > 0, Limits.Long, () => logs.Tail());
        await host.StopAsync();

        Explains(logs.Of(13)[0].Text, "30 s (1 of 10)", "another application use namespace 'app'");
    }

    [Fact]
    public async Task The_default_namespace()
    {
        var logs = new LogCollector();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(logs));
        services.AddTaskGen().UseRedis("127.0.0.1:1");
        await using var provider = services.BuildServiceProvider();
        provider.GetRequiredService<ITaskClient>();

        Explains(Assert.Single(logs.Lines).Text, "'taskgen'", "options.Namespace");
    }

    [Fact]
    public async Task A_result_that_is_too_large_is_not_stored_or_a_payload_that_cannot_be_written()
    {
        await using var app = new Application();
        var host = app.Build(static tasks => tasks.UseInMemory().AddWorker(static worker => worker.Queue(Application.Queue)));
        host.Services.GetRequiredService<TaskGenOptions>().MaxResultBytes = 10;
        await host.StartAsync();
        var tasks = Application.TasksOf(host);

        var large = await tasks.Kept.DelayAsync("a key with many letters");
        var failure = await Assert.ThrowsAsync<TaskFailedException>(() => large.GetAsync(Limits.Long));
        Explains(failure.Message, "TaskGenOptions.MaxResultBytes");

        var ignored = await tasks.Ignored.DelayAsync("b");
#pragma warning disable TG0312 // The mistake that this test makes.
        var none = await Assert.ThrowsAsync<InvalidOperationException>(() => ((TaskHandle)ignored).GetAsync(Limits.Long));
#pragma warning restore TG0312
        Explains(none.Message, "IgnoreResult = true");

        var unwritable = await Assert.ThrowsAnyAsync<Exception>(() => tasks.Kept.DelayAsync("\ud800"));
        Explains(unwritable.Message, "key");
    }

    [Theory]
    [InlineData("TG0007")]
    [InlineData("TG0300")]
    public void What_the_compiler_reports_is_in_the_table(string diagnostic) =>
        Assert.Contains(Rows(), row => row.Contains(diagnostic, StringComparison.Ordinal));

    private static void Explains(string message, params string[] causes)
    {
        Assert.All(causes, cause => Assert.Contains(cause, message, StringComparison.Ordinal));
        var symptoms = Rows()
            .SelectMany(static row => Symptom().Matches(row.Split(" | ")[0]))
            .Select(static match => match.Groups[1].Value);
        Assert.Contains(symptoms, symptom => message.Contains(symptom, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Rows([CallerFilePath] string here = "") =>
        File.ReadLines(Path.Combine(Path.GetDirectoryName(here)!, "../../docs/troubleshooting.md"))
            .SkipWhile(static line => !line.StartsWith("| Message |", StringComparison.Ordinal))
            .Skip(2)
            .TakeWhile(static line => line.StartsWith('|'));

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Symptom();
}
