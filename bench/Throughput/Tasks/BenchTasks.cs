namespace TaskGen.Throughput;

/// <summary>
/// The tasks that are measured. They do nothing but say that they ran; the class has dependencies, as most have, so each execution has its
/// scope.
/// </summary>
internal sealed class BenchTasks(RunLedger ledger, LatencyLog latencies, HoldGate gate)
{
    public const string Queue = "bench";

    private const int PaceMs = 10;

    /// <summary>A no-op of which nothing is kept.</summary>
    [Task(Name = "bench.ignored", Queue = Queue, IgnoreResult = true)]
    public void Ignored(int index, string text) => ledger.Ran(index, text);

    /// <summary>A no-op whose result is kept, as is the default.</summary>
    [Task(Name = "bench.kept", Queue = Queue)]
    public int Kept(int index, string text)
    {
        ledger.Ran(index, text);
        return index;
    }

    /// <summary>Takes a while without a processor, so that a worker that is always busy leaves some of the machine to the server.</summary>
    [Task(Name = "bench.paced", Queue = Queue, IgnoreResult = true)]
    public async Task Paced(int index, string text, CancellationToken cancellationToken)
    {
        ledger.Ran(index, text);
        await Task.Delay(PaceMs, cancellationToken);
    }

    /// <summary>Notes how long ago it was dispatched.</summary>
    [Task(Name = "bench.start", Queue = Queue, IgnoreResult = true)]
    public void Start(int index, long dispatched) => latencies.Started(index, dispatched);

    /// <summary>Notes how long ago it was dispatched, and answers.</summary>
    [Task(Name = "bench.answer", Queue = Queue)]
    public int Answer(int index, long dispatched)
    {
        latencies.Started(index, dispatched);
        return index;
    }

    /// <summary>Stays in its slot until the gate is opened.</summary>
    [Task(Name = "bench.hold", Queue = Queue, IgnoreResult = true)]
    public Task Hold(int index, CancellationToken cancellationToken)
    {
        ledger.Ran(index, null);
        return gate.WaitAsync(cancellationToken);
    }
}
