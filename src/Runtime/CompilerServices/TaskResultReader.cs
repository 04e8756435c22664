using System.ComponentModel;
using System.Text.Json;

namespace TaskGen;

/// <summary>Reads the result of a task from JSON.</summary>
/// <typeparam name="T">The type of the result.</typeparam>
/// <param name="reader">The reader, positioned before the first token.</param>
/// <param name="options">The JSON serializer options of the host.</param>
/// <returns>The result.</returns>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate T TaskResultReader<out T>(ref Utf8JsonReader reader, JsonSerializerOptions options);
