using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TaskGen;
using TaskGen.Brokers;
using TaskGen.Serialization;
using TaskGen.Servers;

namespace Integration.Tests.Secrets;

/// <summary>
/// A canary in everything that is sensitive, handlers that put all of them into whatever text they can, every output read at its most
/// talkative: none of them is ever seen.
/// </summary>
public sealed class SecretsTests
{
    private const string Queue = "default";

    private static readonly string[] Modes =
        ["throw", "reject", "retry", "dispose", "both", "result", "large", "cancel", "limit", "succeed"];

    [Fact]
    public Task Nothing_sensitive_is_seen_of_tasks_on_the_embedded_broker() => VerifyAsync(static tasks => tasks.UseInMemory(), []);

    [Fact]
    public async Task Nothing_sensitive_is_seen_of_tasks_on_Redis_nor_its_password()
    {
        var password = RandomNumberGenerator.GetHexString(24);
        await using var server = await RedisServer.StartAsync(
            new RedisServerOptions { Users = ["default off", $"app on >{password} ~* &* +@all"] });
        await VerifyAsync(tasks => tasks.UseRedis($"{server.EndPoint},user=app,password={password}"), [password]);
    }

    private static async Task VerifyAsync(Action<TaskGenBuilder> useBroker, IReadOnlyList<string> others)
    {
        var world = new SecretWorld(new Canaries());
        using var outputs = new Outputs();
        using var host = await StartAsync(useBroker, world, outputs);
        var tasks = host.Services.GetRequiredService<SecretTasksClient>();

        await Task.WhenAll(Modes.Select(mode => RunAsync(tasks, world.Canaries, mode, outputs)));
        await RunCanvasAsync(host, tasks, outputs);
        await RefuseByNameAsync(host, world.Canaries, outputs);
        await PlantAsync(host, world.Canaries);
        var plain = Canaries.PlainToken();
        await SeeAsync(await tasks.Plain.DelayAsync(plain), outputs);
        var letters = await UntilBuriedAsync(host);
        Read(host, letters, outputs);
        await host.StopAsync();

        // The handlers had the values, and an unmarked one is seen in each kind of output: so the test would see the others.
        Assert.All(
            (string[])
            [
                world.Canaries.Token, $"{world.Canaries.Account}", $"{world.Canaries.Session}", $"{world.Canaries.Born}",
                world.Canaries.Number, world.Canaries.Street, world.Canaries.Item, world.Canaries.Input,
            ],
            canary => Assert.Contains(canary, world.Received));
        var texts = outputs.Texts;
        Assert.All((string[])["log", "failure", "progress", "letter", "arguments"], kind => Assert.Contains(
            texts, text => text.StartsWith(kind, StringComparison.Ordinal) && Holds(text, plain)));
        Assert.All((string[])["activity", "metric", "snapshot", "refusal", "letter"], kind => Assert.Contains(
            texts, text => text.StartsWith(kind, StringComparison.Ordinal)));
        Assert.Contains(texts, static text => text.StartsWith("log", StringComparison.Ordinal) && Holds(text, "Leak: token=***"));

        // A failed disposal is the failure of the attempt, or a line of the log if the method threw too.
        Assert.All((string[])["log", "failure", "letter"], kind => Assert.Contains(
            texts, text => text.StartsWith(kind, StringComparison.Ordinal) && Holds(text, "Could not close")));
        Assert.Contains(texts, static text => Holds(text, "Disposing the service scope") && Holds(text, "Could not close"));
        foreach (var canary in world.Canaries.Texts.Concat(others))
        {
            var leak = texts.FirstOrDefault(text => Holds(text, canary));
            Assert.True(leak is null, $"'{canary}' is seen in {leak}");
        }
    }

    private static bool Holds(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static async Task<IHost> StartAsync(Action<TaskGenBuilder> useBroker, SecretWorld world, Outputs outputs)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(outputs);
        builder.Services.AddSingleton(new Ledger()).AddSingleton(world).AddScoped<LeakyService>();
        var tasks = builder.Services.AddTaskGen(static options => options.Namespace = Application.Namespace).AddGeneratedTasks();
        useBroker(tasks);
        tasks.AddWorker(static worker => worker.Queue(Queue, static queue => queue.Concurrency = 16));
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }

    private static async Task RunAsync(SecretTasksClient tasks, Canaries canaries, string mode, Outputs outputs)
    {
        var order = new SecretOrder
        {
            Id = 1,
            Cards = [new SecretCard { Number = canaries.Number }],
            Addresses = { ["home"] = new SecretAddress { City = "Ulm", Street = canaries.Street } },
        };
        var handle = await tasks.Run.DelayAsync(
            mode, canaries.Token, canaries.Account, canaries.Session, canaries.Born, order, [canaries.Item], canaries.Input);
        if (mode == "cancel")
        {
            await Wait.UntilAsync(
                async () => (await handle.GetSnapshotAsync()).Progress is not null, Limits.Long, static () => "it does not run");
            await handle.CancelAsync($"not with {canaries.Careless}");
        }

        await SeeAsync(handle, outputs);
        if (mode == "succeed")
        {
            // Who asks for the result gets it.
            Assert.Equal(canaries.Result, (await handle.GetAsync()).Text);
        }
    }

    private static async Task SeeAsync<T>(TaskHandle<T, SecretDetail> handle, Outputs outputs)
    {
        await foreach (var report in handle.ProgressAsync())
        {
            outputs.Add(
                "progress", $"{report} {report.Detail?.Text} {report.Detail?.Number} {report.Detail?.Session} {report.Detail?.Marked}");
        }

        try
        {
            await handle.GetAsync(Limits.Long);
        }
        catch (TaskFailedException exception)
        {
            outputs.Add("failure", $"{Outputs.Describe(exception)} {exception.Failure}");
        }

        outputs.Add("snapshot", $"{await handle.GetSnapshotAsync()}");
    }

    private static async Task RunCanvasAsync(IHost host, SecretTasksClient tasks, Outputs outputs)
    {
        var canvas = tasks.Make.Signature().Then(tasks.Consume.Partial()).OnError(tasks.Mourn.Partial());
        var handle = await host.Services.GetRequiredService<ITaskClient>().DelayAsync(canvas);
        var exception = await Assert.ThrowsAsync<TaskFailedException>(() => handle.GetAsync(Limits.Long));
        outputs.Add("failure", $"{Outputs.Describe(exception)} {exception.Failure}");
    }

    private static async Task RefuseByNameAsync(IHost host, Canaries canaries, Outputs outputs)
    {
        var registry = host.Services.GetRequiredService<ITaskRegistry>();
        foreach (var json in (string[])
                 [
                     $$"""{"mode":"x","token":["{{canaries.Token}}"],"account":"{{canaries.Token}}","order":{"""
                     + $$"""
                       "Id":"x","Cards":[{"number":"{{canaries.Number}}"}]},"other":"{{canaries.Token}}"}
                       """,
                     $$"""{"mode":"x","token":"{{canaries.Token}}""",
                     $$"""{"token":{{canaries.Token}}}""",
                     $$"""{"token":"{{canaries.Token}}"} {{canaries.Token}}""",
                     $$"""["{{canaries.Token}}"]""",
                 ])
        {
            outputs.Add(
                "refusal",
                Outputs.Describe(await Assert.ThrowsAsync<TaskArgumentException>(() => registry.DelayAsync("secrets.run", json))));
            outputs.Add("arguments", registry.MaskArguments("secrets.run", json));
            outputs.Add("arguments", registry.MaskArguments("secrets.none", json));
        }
    }

    /// <summary>What no client of this version would send.</summary>
    private static async Task PlantAsync(IHost host, Canaries canaries)
    {
        var broker = host.Services.GetRequiredService<IBroker>();
        string[] payloads =
        [
            $$"""{"mode":"x","token":5,"account":"{{canaries.Token}}","born":"{{canaries.Token}}","order":{"""
            + $$"""
              "Cards":[{"Number":["{{canaries.Number}}"]}]},"items":"{{canaries.Item}}"}
              """,
            $$"""{"mode":"x","token":"{{canaries.Token}}""",
            $$"""{"token":{{canaries.Token}}}""",
            $$"""{"token":"\uD800{{canaries.Token}}"}""",
        ];
        var planted = payloads.Select(static json =>
        {
            var id = TaskIds.New(TimeProvider.System, hasRecord: true);
            var header = new EnvelopeHeader
            {
                Id = id,
                Version = EnvelopeHeader.CurrentVersion,
                Priority = TaskPriority.Normal,
                Flags = EnvelopeFlags.HasRecord,
                MaxAttempts = 1,
            };
            return new NewTask
            {
                Id = id,
                Name = "secrets.run",
                Envelope = EnvelopeCodec.Encode(header, "secrets.run", new Dictionary<string, string>(), Encoding.UTF8.GetBytes(json)),
                Priority = TaskPriority.Normal,
                MaxAttempts = 1,
                HasRecord = true,
                RecordTtl = TimeSpan.FromHours(1),
            };
        });
        await broker.EnqueueAsync(Queue, new EnqueueBatch(Guid.NewGuid(), 1, [.. planted]), CancellationToken.None);
    }

    private static async Task<IReadOnlyList<DeadLetter>> UntilBuriedAsync(IHost host)
    {
        // Eight modes that fail for good, the canvas, four planted ones and the plain one.
        const int Expected = 14;
        IReadOnlyList<DeadLetter> letters = [];
        await Wait.UntilAsync(
            async () => (letters = await Application.DeadLettersAsync(host)).Count >= Expected,
            Limits.Long,
            () => $"there are {letters.Count} dead letters");
        return letters;
    }

    /// <summary>What a view of the dead letters shows.</summary>
    private static void Read(IHost host, IReadOnlyList<DeadLetter> letters, Outputs outputs)
    {
        var registry = host.Services.GetRequiredService<ITaskRegistry>();
        foreach (var letter in letters)
        {
            Assert.True(EnvelopeCodec.TryDecode(letter.Envelope, out var envelope, out _));
            outputs.Add("letter", $"{letter.Reason} {Encoding.UTF8.GetString(letter.Failure.Span)}");
            outputs.Add("arguments", registry.MaskArguments(envelope.Name, Encoding.UTF8.GetString(envelope.Arguments.Span)));
        }
    }
}
