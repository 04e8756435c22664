namespace TaskGen.Serialization;

/// <summary>A decoded envelope. The arguments are a slice of the decoded bytes.</summary>
internal readonly record struct TaskEnvelope(
    EnvelopeHeader Header,
    string Name,
    IReadOnlyDictionary<string, string> Headers,
    ReadOnlyMemory<byte> Arguments);
