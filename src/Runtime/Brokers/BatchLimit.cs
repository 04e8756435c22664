namespace TaskGen.Brokers;

/// <summary>How much one batch may be, so that its step keeps nobody waiting for long.</summary>
/// <param name="Tasks">How many tasks; at most 1,000.</param>
/// <param name="Bytes">How many bytes of envelopes; one task may be more.</param>
internal readonly record struct BatchLimit(int Tasks, long Bytes);
