namespace TaskGen.Brokers;

/// <summary>Represents a progress report of a held task. It replaces the stored progress.</summary>
/// <param name="Key">The lease of the task.</param>
/// <param name="Progress">The encoded report.</param>
internal readonly record struct ProgressUpdate(LeaseKey Key, ReadOnlyMemory<byte> Progress);
