namespace Broker.Conformance;

/// <summary>All that a queue holds: what the broker counts, and what only a look at its storage shows.</summary>
public readonly record struct Counts(long Pending, long Delayed, long Leased, long DeadLetters, long Records, long IdempotencyKeys);
