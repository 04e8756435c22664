namespace Reliability.Worker;

/// <summary>How a worker process is started: written as arguments by a test, read by the process.</summary>
public sealed record WorkerSettings
{
    /// <summary>Where Redis is.</summary>
    public required string Redis { get; init; }

    /// <summary>The namespace of the test.</summary>
    public required string Namespace { get; init; }

    /// <summary>The worker's name, by which some tasks know where they are.</summary>
    public required string Name { get; init; }

    /// <summary>The file that this process alone writes.</summary>
    public required string Ledger { get; init; }

    /// <summary>How long its leases are. Default: the library's.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How many tasks it runs at once.</summary>
    public int Concurrency { get; init; } = 4;

    /// <summary>How long it lets tasks run on when it is told to stop. Default: the library's.</summary>
    public TimeSpan Shutdown { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>After how many crashes a task is poison. Default: the library's.</summary>
    public int MaxCrashes { get; init; } = 3;

    /// <summary>How many threads the pool has, no more and no fewer; 0: as many as it likes.</summary>
    public int PoolThreads { get; init; }

    /// <summary>Reads what <see cref="ToArguments"/> wrote.</summary>
    public static WorkerSettings Parse(IReadOnlyList<string> texts)
    {
        var arguments = new Arguments(texts);
        return new WorkerSettings
        {
            Redis = arguments.Text("--redis"),
            Namespace = arguments.Text("--namespace"),
            Name = arguments.Text("--name"),
            Ledger = arguments.Text("--ledger"),
            Lease = arguments.Seconds("--lease"),
            Concurrency = arguments.Number("--concurrency"),
            Shutdown = arguments.Seconds("--shutdown"),
            MaxCrashes = arguments.Number("--max-crashes"),
            PoolThreads = arguments.Number("--pool-threads"),
        };
    }

    /// <summary>The command line.</summary>
    public IReadOnlyList<string> ToArguments() =>
    [
        "worker", "--redis", Redis, "--namespace", Namespace, "--name", Name, "--ledger", Ledger, "--lease", Arguments.Write(Lease),
        "--concurrency", Arguments.Write(Concurrency), "--shutdown", Arguments.Write(Shutdown), "--max-crashes",
        Arguments.Write(MaxCrashes), "--pool-threads", Arguments.Write(PoolThreads),
    ];
}
