namespace TaskGen.Throughput;

/// <summary>What a worker process is for.</summary>
internal enum WorkerRole
{
    /// <summary>Runs a queue that was filled before, and reports a <see cref="DrainFigures"/>.</summary>
    Drain,

    /// <summary>Notes how late tasks start, and reports the milliseconds.</summary>
    Latency,

    /// <summary>Takes tasks and keeps them; says so when it has all of them.</summary>
    Hold,
}
