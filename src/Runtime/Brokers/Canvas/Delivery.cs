namespace TaskGen.Brokers;

/// <summary>
/// Something that a step has recorded and that is to be brought to another queue. It comes again until it is said to be done; whoever
/// receives it twice must do it once.
/// </summary>
/// <param name="Key">What to say when it is done. Opaque.</param>
internal abstract record Delivery(ReadOnlyMemory<byte> Key);
