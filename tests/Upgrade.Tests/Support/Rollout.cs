using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TaskGen;
using TaskGen.Brokers;
using TaskGen.Dispatch;
using TaskGen.Serialization;
using TaskGen.Servers;
using Upgrade.Common;

namespace Upgrade.Tests;

/// <summary>
/// An application of which two versions run at once, each process one of them, and a look at its tasks from a process that knows none.
/// </summary>
internal sealed class Rollout : IAsyncDisposable
{
    private const string Queue = "default";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly RedisServer _server;
    private readonly string _namespace = $"shop-{Guid.NewGuid():N}";
    private readonly List<ChildProcess> _processes = [];
    private readonly IHost _observer;
    private readonly Guid _producer = Guid.NewGuid();
    private long _batches;

    public Rollout(RedisServer server)
    {
        _server = server;
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.Services.AddTaskGen(options => options.Namespace = _namespace).UseRedis(server.EndPoint);
        _observer = builder.Build();
    }

    private ITaskClient Tasks => _observer.Services.GetRequiredService<ITaskClient>();

    /// <summary>Starts a worker and waits until it takes tasks.</summary>
    public async Task<ChildProcess> StartWorkerAsync(Version version)
    {
        var worker = Start(version, "worker", _server.EndPoint, _namespace, $"{version}-worker");
        await worker.WaitForLineAsync(static line => line == UpgradeProgram.Ready, Limit);
        return worker;
    }

    /// <summary>Stops a worker as a deployment does.</summary>
    public static async Task StopAsync(ChildProcess worker)
    {
        worker.Terminate();
        Assert.True(await worker.WaitForExitAsync(Limit) == 0, worker.Tail());
    }

    /// <summary>Dispatches what one version calls so, once for each number.</summary>
    public async Task<IReadOnlyList<Dispatched>> ProduceAsync(Version version, string kinds, int first, int count, Version? failsOn = null)
    {
        var producer = Start(
            version, "produce", _server.EndPoint, _namespace, kinds, Text(
                first), Text(count), failsOn is { } which ? NameOf(which) : "none");
        Assert.True(await producer.WaitForExitAsync(Limit) == 0, producer.Tail());
        await producer.OutputEnded.WaitAsync(Limit);
        return [.. producer.Lines.Select(Dispatched.Parse).OfType<Dispatched>()];
    }

    /// <summary>Reads a receipt with the types of a version, in a process of it.</summary>
    public async Task<string> ReadReceiptAsync(Version version, TaskId id)
    {
        var reader = Start(version, "read", _server.EndPoint, _namespace, id.ToString());
        var line = await reader.WaitForLineAsync(static line => line.StartsWith(UpgradeProgram.Receipt, StringComparison.Ordinal), Limit);
        return line[UpgradeProgram.Receipt.Length..];
    }

    /// <summary>Sends one task with options that no producer sets. It comes from a process of this commit.</summary>
    public async Task<Dispatched> EnqueueAsync(string name, string arguments, EnqueueOptions options, TaskDefaults? defaults = null)
    {
        var template = DispatchRules.CreateTemplate(
            name, defaults ?? new TaskDefaults(), options, [], maxHeaderBytes: 1024, atFront: false);
        var task = template.ToNewTask(
            TaskIds.New(TimeProvider.System, template.HasRecord), Encoding.UTF8.GetBytes(arguments), options.IdempotencyKey);
        var outcome = Assert.Single(await _observer.Services.GetRequiredService<IBroker>().EnqueueAsync(
            Queue, new EnqueueBatch(_producer, ++_batches, [task]), CancellationToken.None));
        return new Dispatched(name, 0, new TaskId(outcome.Id, Queue), outcome.Joined);
    }

    /// <summary>Waits until the broker knows a task in a state.</summary>
    public async Task<TaskSnapshot> UntilAsync(Dispatched task, TaskState state)
    {
        TaskSnapshot? snapshot = null;
        await Wait.UntilAsync(
            async () => (snapshot = await ReadAsync(task)).State == state, Limit, () => $"{task} is {snapshot}\n{Tails()}");
        return snapshot!;
    }

    /// <summary>What a process of a version says of a task that has failed.</summary>
    public async Task<string> ReadFailureAsync(Version version, TaskId id)
    {
        var reader = Start(version, "read", _server.EndPoint, _namespace, id.ToString());
        await reader.WaitForExitAsync(Limit);
        await reader.OutputEnded.WaitAsync(Limit);
        return reader.Tail();
    }

    /// <summary>Whether the programs of a version are those that this commit builds.</summary>
    public static bool IsOfThisCommit(Version version) => FolderOf(version) == AppContext.BaseDirectory;

    /// <summary>What a task returned, when it has.</summary>
    public async Task<string> ResultAsync(Dispatched task)
    {
        try
        {
            return await Tasks.GetHandle<string>(task.Id).GetAsync(Limit);
        }
        catch (Exception exception) when (exception is TaskGenException or TimeoutException)
        {
            throw new InvalidOperationException($"{task}: {exception.Message}\n{Tails()}", exception);
        }
    }

    /// <summary>What the broker knows of a task.</summary>
    public Task<TaskSnapshot> ReadAsync(Dispatched task) => Tasks.GetHandle(task.Id).GetSnapshotAsync();

    /// <summary>Waits until an attempt of each has failed on the worker.</summary>
    public async Task WaitForFailuresAsync(ChildProcess worker, string task, int count)
    {
        await Wait.UntilAsync(
            () => worker.Lines.Where(line => line.Contains($"Task {task} (", StringComparison.Ordinal)
                && line.Contains(" and is retried in ", StringComparison.Ordinal)).Select(IdOf).Distinct().Count()
                >= count,
            Limit,
            () => $"{task} has not failed {count} times\n{worker.Tail()}");
    }

    /// <summary>Waits until the worker has put each of these off because it does not know them.</summary>
    public async Task WaitUntilPutOffAsync(ChildProcess worker, IReadOnlyCollection<Dispatched> tasks)
    {
        await Wait.UntilAsync(
            () => tasks.All(task => worker.Lines.Any(
                line => line.Contains("does not know task", StringComparison.Ordinal)
                    && line.Contains(task.Id.ToString(), StringComparison.Ordinal))),
            Limit,
            () => $"not all of {tasks.Count} tasks were put off\n{worker.Tail()}");
    }

    /// <summary>Nothing waits, runs, or is a dead letter.</summary>
    public async Task AssertNothingIsLeftAsync()
    {
        var broker = _observer.Services.GetRequiredService<IBroker>();
        var counts = default(QueueCounts);
        await Wait.UntilAsync(
            async () => (counts = await broker.CountAsync(Queue, CancellationToken.None)) is { Pending: 0, Delayed: 0, Leased: 0 },
            Limit,
            () => $"the queue holds {counts}\n{Tails()}");
        Assert.True(counts.DeadLetters == 0, $"the queue holds {counts}\n{Tails()}");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
        {
            await process.DisposeAsync();
        }

        _observer.Dispose();
    }

    // The programs as this commit builds them, or as another commit did: eng/upgrade-from.sh sets the variable.
    private static string FolderOf(Version version) =>
        Environment.GetEnvironmentVariable($"TASKGEN_UPGRADE_{NameOf(version).ToUpperInvariant()}") is { Length: > 0 } folder
            ? folder
            : AppContext.BaseDirectory;

    private static string NameOf(Version version) => version == Version.Old ? "old" : "new";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string IdOf(string line) =>
        line[(line.IndexOf('(', StringComparison.Ordinal) + 1)..line.IndexOf(')', StringComparison.Ordinal)];

    private ChildProcess Start(Version version, params string[] arguments)
    {
        var process = ChildProcess.StartDotnet(Path.Combine(FolderOf(version), $"Upgrade.{version}.dll"), arguments);
        _processes.Add(process);
        return process;
    }

    private string Tails() =>
        string.Join("\n\n", _processes.Where(static process => process.Lines.Count > 0).Select(static process => process.Tail(20)));
}
