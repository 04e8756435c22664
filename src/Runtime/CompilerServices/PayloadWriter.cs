using System.ComponentModel;
using System.Text.Json;

namespace TaskGen.CompilerServices;

/// <summary>Writes a payload, or a part of it, as one JSON object.</summary>
/// <typeparam name="TArgs">The type of the payload.</typeparam>
/// <param name="writer">The writer.</param>
/// <param name="args">The payload.</param>
/// <param name="options">The JSON serializer options of the host.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate void PayloadWriter<TArgs>(Utf8JsonWriter writer, in TArgs args, JsonSerializerOptions options);
