using System.Text.Json;

namespace TaskGen.CompilerServices;

/// <summary>Represents a payload parameter independently of its type.</summary>
internal interface IPayloadParameter
{
    string Name { get; }

    /// <summary>Returns the default value as JSON, or null if the parameter has no default or its default cannot be serialized.</summary>
    ReadOnlyMemory<byte>? WriteDefault(JsonSerializerOptions options);
}
