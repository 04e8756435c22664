namespace TaskGen.Brokers;

/// <summary>Represents the numbers of tasks in a queue.</summary>
/// <param name="Pending">The number of tasks that can be leased.</param>
/// <param name="Delayed">The number of tasks whose start time is in the future.</param>
/// <param name="Leased">The number of tasks that worker incarnations hold, including dead incarnations.</param>
/// <param name="DeadLetters">The number of dead letters.</param>
internal readonly record struct QueueCounts(long Pending, long Delayed, long Leased, long DeadLetters);
