namespace TaskGen.Brokers;

/// <summary>Represents a task that a worker has leased.</summary>
/// <param name="Key">The lease on the task. The worker passes it with each change to the task.</param>
/// <param name="Envelope">The bytes of the envelope. The broker does not validate the body; the worker does.</param>
internal readonly record struct LeasedTask(LeaseKey Key, ReadOnlyMemory<byte> Envelope);
