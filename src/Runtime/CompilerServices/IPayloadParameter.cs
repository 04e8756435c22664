using System.Text.Json;

namespace TaskGen.CompilerServices;

/// <summary>A payload parameter, its type hidden.</summary>
internal interface IPayloadParameter
{
    string Name { get; }

    /// <summary>The JSON of its default; null where it has none.</summary>
    ReadOnlyMemory<byte>? WriteDefault(JsonSerializerOptions options);
}
