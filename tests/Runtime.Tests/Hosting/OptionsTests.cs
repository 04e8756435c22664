using Microsoft.Extensions.DependencyInjection;

namespace TaskGen.Tests.Hosting;

public sealed class OptionsTests
{
    public static TheoryData<string, Action<TaskGenOptions>> BadOptions => new()
    {
        { "Namespace", static o => o.Namespace = "a b" },
        { "Namespace", static o => o.Namespace = "" },
        { "MaxPayloadBytes", static o => o.MaxPayloadBytes = 1 },
        { "MaxPayloadBytes", static o => o.MaxPayloadBytes = int.MaxValue },
        { "MaxResultBytes", static o => o.MaxResultBytes = -1 },
        { "MaxHeaderBytes", static o => o.MaxHeaderBytes = -1 },
        { "MaxProgressBytes", static o => o.MaxProgressBytes = 63 },
        { "MaxGroupSize", static o => o.MaxGroupSize = 0 },
        { "MaxGroupSize", static o => o.MaxGroupSize = 100_001 },
        { "MaxChainLength", static o => o.MaxChainLength = 0 },
        { "MaxChainLength", static o => o.MaxChainLength = 100_001 },
        { "MaxCanvasTasks", static o => o.MaxCanvasTasks = 0 },
        { "MaxCanvasTasks", static o => o.MaxCanvasTasks = 1_000_001 },
        { "DeadLetterRetention", static o => o.DeadLetterRetention = TimeSpan.Zero },
        { "MaxDeadLetters", static o => o.MaxDeadLetters = -1 },
    };

    public static TheoryData<string, Action<WorkerOptions>> BadWorkers => new()
    {
        { "no queue", static _ => { } },
        { "Name", static o => o.Queue("q").Name = "a:b" },
        { "LeaseDuration", static o => o.Queue("q").LeaseDuration = TimeSpan.Zero },
        { "LeaseDuration", static o => o.Queue("q").LeaseDuration = TimeSpan.MaxValue },
        { "ShutdownTimeout", static o => o.Queue("q").ShutdownTimeout = TimeSpan.FromTicks(-1) },
        { "MaxCrashes", static o => o.Queue("q").MaxCrashes = 0 },
        { "UnknownTaskGrace", static o => o.Queue("q").UnknownTaskGrace = TimeSpan.FromDays(8) },
        { "Concurrency of queue 'q'", static o => o.Queue("q", static queue => queue.Concurrency = 0) },
    };

    [Theory]
    [MemberData(nameof(BadOptions))]
    public void An_option_that_is_not_valid_is_named(string named, Action<TaskGenOptions> configure) =>
        Assert.Contains(
            named,
            Assert.Throws<InvalidOperationException>(() => new ServiceCollection().AddTaskGen(configure)).Message,
            StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(BadWorkers))]
    public void An_option_of_a_worker_that_is_not_valid_is_named(string named, Action<WorkerOptions> configure) =>
        Assert.Contains(
            named,
            Assert.Throws<InvalidOperationException>(() => new ServiceCollection().AddTaskGen().AddWorker(configure)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once()
    {
        var message = Assert.Throws<InvalidOperationException>(() =>
            new ServiceCollection().AddTaskGen(static o => (o.Namespace, o.MaxPayloadBytes, o.MaxDeadLetters) = ("?", 0, -1))).Message;

        Assert.All(["Namespace '?'", "MaxPayloadBytes is 0", "MaxDeadLetters is -1"], part => Assert.Contains(
            part, message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_queue_named_twice_and_a_second_worker_are_refused()
    {
        Assert.Contains(
            "'q'", Assert.Throws<ArgumentException>(() => new WorkerOptions().Queue("q").Queue("q")).Message, StringComparison.Ordinal);
        var builder = new ServiceCollection().AddTaskGen().AddWorker(static o => o.Queue("q"));
        Assert.Contains(
            "AddWorker was called twice",
            Assert.Throws<InvalidOperationException>(() => builder.AddWorker(static o => o.Queue("r"))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_broker_the_first_use_says_what_to_call()
    {
        var services = new ServiceCollection();
        services.AddTaskGen();
        using var provider = services.BuildServiceProvider();

        Assert.Contains(
            "UseInMemory()",
            Assert.Throws<InvalidOperationException>(provider.GetRequiredService<ITaskClient>).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Two_tasks_with_one_wire_name_are_refused_by_both_names()
    {
        var builder = new ServiceCollection().AddTaskGen().AddTask<Scripted<Profiles.Plain>, ScriptedArgs, string, TaskHandle<string>>();

        var message = Assert.Throws<InvalidOperationException>(
            () => builder.AddTask<Scripted<SamePlain>, ScriptedArgs, string, TaskHandle<string>>()).Message;

        Assert.All(["'plain'", "Profiles+Plain", "SamePlain"], part => Assert.Contains(part, message, StringComparison.Ordinal));
    }

    private readonly struct SamePlain : IProfile
    {
        public static string Name => "plain";

        public static TaskDefaults Defaults => new();
    }
}
