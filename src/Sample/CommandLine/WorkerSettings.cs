namespace TaskGen.Sample;

/// <summary>How a worker process works.</summary>
/// <param name="Name">Its name in snapshots and logs.</param>
/// <param name="Concurrency">How many tasks of each queue it runs at once.</param>
/// <param name="Lease">How long it keeps its tasks once it has gone silent.</param>
internal sealed record WorkerSettings(string Name, int Concurrency, TimeSpan Lease);
