namespace TaskGen.Sample;

/// <summary>Contains the settings of a worker process.</summary>
/// <param name="Name">The name of the worker in task snapshots and logs.</param>
/// <param name="Concurrency">The maximum number of tasks of each queue that run at the same time.</param>
/// <param name="Lease">
/// The duration of a lease, which is the time after which other workers run the tasks of a worker that stops responding.
/// </param>
internal sealed record WorkerSettings(string Name, int Concurrency, TimeSpan Lease);
