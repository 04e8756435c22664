namespace TaskGen.Brokers;

/// <summary>Represents the start of an attempt, which a worker reports to the broker.</summary>
/// <param name="Key">The lease on the task.</param>
/// <param name="Attempt">The number of the attempt, starting at 1.</param>
internal readonly record struct StartMark(LeaseKey Key, int Attempt);
