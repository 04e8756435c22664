namespace TaskGen.Brokers;

/// <summary>Says that a held task has started.</summary>
/// <param name="Key">The lease.</param>
/// <param name="Attempt">The attempt, from 1.</param>
internal readonly record struct StartMark(LeaseKey Key, int Attempt);
