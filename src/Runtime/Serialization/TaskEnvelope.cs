namespace TaskGen.Serialization;

/// <summary>Represents a decoded envelope. The arguments are a slice of the encoded bytes.</summary>
internal readonly record struct TaskEnvelope(
    EnvelopeHeader Header,
    string Name,
    IReadOnlyDictionary<string, string> Headers,
    ReadOnlyMemory<byte> Arguments);
