namespace TaskGen.Definitions;

/// <summary>Represents the arguments of a task after they were written as JSON.</summary>
/// <param name="Arguments">The arguments as one JSON object.</param>
/// <param name="KeyArguments">
/// The JSON from which the idempotency key is computed, not yet in canonical form; <paramref name="Arguments"/> if no key is computed from
/// the arguments. See <see cref="PayloadCodec.WriteKey"/>.
/// </param>
internal sealed record WrittenPayload(ReadOnlyMemory<byte> Arguments, ReadOnlyMemory<byte> KeyArguments);
