using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Reliability.Worker;
using TaskGen;
using TaskGen.Brokers;
using TaskGen.Brokers.Redis;
using TaskGen.Servers;

namespace Reliability.Tests;

/// <summary>A Redis server, a client in this process, workers in others, and their ledgers.</summary>
internal sealed class Lab : IAsyncDisposable
{
    private const string Namespace = "lab";
    private const string Queue = "default";
    private const int Page = 500;

    private static readonly string Program = typeof(WorkerVerb).Assembly.Location;

    private readonly RedisServer _server;
    private readonly IHost _client;
    private readonly List<IAsyncDisposable> _processes = [];

    private Lab(RedisServer server)
    {
        _server = server;
        _client = ProbeHost.CreateClient(server.EndPoint, Namespace);
    }

    public LedgerFolder Ledgers { get; } = new();

    public string Redis => _server.EndPoint;

    public int RedisPort => _server.Port;

    public ProbeTasksClient Probes => _client.Services.GetRequiredService<ProbeTasksClient>();

    public TreeTasksClient Trees => _client.Services.GetRequiredService<TreeTasksClient>();

    public CanvasTasksClient CanvasTasks => _client.Services.GetRequiredService<CanvasTasksClient>();

    public ITaskClient Client => _client.Services.GetRequiredService<ITaskClient>();

    public IBroker Broker => _client.Services.GetRequiredService<IBroker>();

    /// <param name="options">How the server is started.</param>
    public static async Task<Lab> StartAsync(RedisServerOptions? options = null) => new(await RedisServer.StartAsync(options));

    /// <summary>Asks the server itself.</summary>
    public Task<RespReply> CommandAsync(params string[] command) => _server.CommandAsync(command);

    /// <summary>The scripts that the server's SLOWLOG holds, each with its time in microseconds.</summary>
    public async Task<IReadOnlyList<string>> SlowScriptsAsync() =>
    [
        .. (await CommandAsync("SLOWLOG", "GET", "-1")).Items
            .Where(static entry => entry.Items[3].Items[0].Text?.StartsWith("EVAL", StringComparison.OrdinalIgnoreCase) == true)
            .Select(static entry => $"{NameOf(entry.Items[3].Items[1].Text)} {entry.Items[2].Text} us"),
    ];

    /// <summary>The keys of the server that are as wanted.</summary>
    public async Task<IReadOnlyList<string>> KeysAsync(Func<string, bool> which)
    {
        List<string> keys = [];
        var cursor = "0";
        do
        {
            var page = await CommandAsync("SCAN", cursor, "COUNT", "1000");
            cursor = page.Items[0].Text!;
            keys.AddRange(page.Items[1].Items.Select(static key => key.Text!).Where(which));
        }
        while (cursor != "0");
        return keys;
    }

    /// <summary>Starts a worker without waiting for it.</summary>
    public WorkerProcess Start(string name, Func<WorkerSettings, WorkerSettings>? configure = null, int niceness = 0)
    {
        var settings = new WorkerSettings { Redis = Redis, Namespace = Namespace, Name = name, Ledger = Ledgers.NewLedger() };
        var worker = new WorkerProcess(ChildProcess.StartDotnet(
            Program, (configure?.Invoke(settings) ?? settings).ToArguments(), new ChildProcessOptions { Niceness = niceness }));
        _processes.Add(worker);
        return worker;
    }

    /// <summary>Starts a worker and waits until it takes tasks.</summary>
    public async Task<WorkerProcess> StartWorkerAsync(string name, Func<WorkerSettings, WorkerSettings>? configure = null, int niceness = 0)
    {
        var worker = Start(name, configure, niceness);
        await worker.WaitUntilReadyAsync();
        return worker;
    }

    /// <summary>Starts a process that dispatches.</summary>
    public ChildProcess StartDispatcher(string gate, int rounds, int count)
    {
        var settings = new DispatchSettings { Redis = Redis, Namespace = Namespace, Gate = gate, Rounds = rounds, Count = count };
        var process = ChildProcess.StartDotnet(Program, settings.ToArguments());
        _processes.Add(process);
        return process;
    }

    /// <summary>Waits until the ledgers hold so many records of a kind.</summary>
    public async Task<IReadOnlyList<LedgerRecord>> WaitForAsync(
        LedgerEvent what, int count, TimeSpan limit, Func<LedgerRecord, bool>? which = null)
    {
        IReadOnlyList<LedgerRecord> found = [];
        await Wait.UntilAsync(
            () =>
            {
                found = [.. Ledgers.Read(what).Where(which ?? (static _ => true))];
                return found.Count >= count;
            },
            limit,
            () => $"{found.Count} of {count} records {what} are there.\n{Tails()}");
        return found;
    }

    /// <summary>What the broker knows of tasks that keep a record.</summary>
    public async Task<IReadOnlyList<TaskRecord?>> ReadRecordsAsync(IEnumerable<Guid> ids)
    {
        var records = new List<TaskRecord?>();
        foreach (var page in ids.Chunk(Page))
        {
            records.AddRange(await Broker.ReadAsync(Queue, page, watch: null, CancellationToken.None));
        }

        return records;
    }

    /// <summary>Waits until every settlement has arrived, and checks that no task is a dead letter.</summary>
    public async Task AssertDrainedAsync()
    {
        var counts = default(QueueCounts);
        await Wait.UntilAsync(
            async () => (counts = await Broker.CountAsync(Queue, CancellationToken.None)) is { Pending: 0, Delayed: 0, Leased: 0 },
            Limits.Soon,
            () => $"the queue holds {counts}.\n{Tails()}");
        Assert.Equal(0, counts.DeadLetters);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
        {
            await process.DisposeAsync();
        }

        _client.Dispose();
        await _server.DisposeAsync();
        Ledgers.Dispose();
    }

    private static string NameOf(string? script) =>
        new BrokerScripts(sharded: false).All.FirstOrDefault(
            known => string.Equals(Convert.ToHexString(known.Hash), script, StringComparison.OrdinalIgnoreCase))?.Name
        ?? "unknown";

    private string Tails() => string.Join(
        '\n',
        _processes.OfType<WorkerProcess>().Select(static worker => $"-- process {worker.Id}, ended: {worker.HasExited}\n{worker.Tail}"));
}
