using System.Text.Json;

namespace TaskGen.CompilerServices;

/// <summary>A payload parameter, independent of its type.</summary>
internal interface IPayloadParameter
{
    string Name { get; }

    /// <summary>Gets the default as JSON; null if the parameter has none, or has a default that cannot be serialized.</summary>
    ReadOnlyMemory<byte>? WriteDefault(JsonSerializerOptions options);
}
