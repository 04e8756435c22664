namespace TaskGen.Brokers;

/// <summary>Progress of a held task; it replaces what was stored.</summary>
internal readonly record struct ProgressUpdate(LeaseKey Key, ReadOnlyMemory<byte> Progress);
