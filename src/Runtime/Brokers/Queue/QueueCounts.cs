namespace TaskGen.Brokers;

/// <summary>How much a queue holds.</summary>
internal readonly record struct QueueCounts(long Pending, long Delayed, long Leased, long DeadLetters);
