namespace TaskGen.Brokers;

/// <summary>A task that a worker now holds.</summary>
/// <param name="Key">What to show when changing it.</param>
/// <param name="Envelope">The raw bytes; it is for the holder to find them malformed.</param>
internal readonly record struct LeasedTask(LeaseKey Key, ReadOnlyMemory<byte> Envelope);
