namespace TaskGen.Brokers;

/// <summary>Represents a progress report of a leased task. It replaces the stored progress.</summary>
/// <param name="Key">The lease on the task.</param>
/// <param name="Progress">The report in encoded form.</param>
internal readonly record struct ProgressUpdate(LeaseKey Key, ReadOnlyMemory<byte> Progress);
