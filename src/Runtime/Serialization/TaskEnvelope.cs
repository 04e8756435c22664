namespace TaskGen.Serialization;

/// <summary>A decoded envelope. Name and arguments point into the bytes it came from.</summary>
internal readonly record struct TaskEnvelope(
    EnvelopeHeader Header,
    string Name,
    IReadOnlyDictionary<string, string> Headers,
    ReadOnlyMemory<byte> Arguments);
