namespace TaskGen.Brokers;

/// <summary>Represents a task that a worker has leased.</summary>
/// <param name="Key">The lease of the task, which the holder passes with each change.</param>
/// <param name="Envelope">The bytes of the envelope. The broker does not validate the body; the holder does.</param>
internal readonly record struct LeasedTask(LeaseKey Key, ReadOnlyMemory<byte> Envelope);
