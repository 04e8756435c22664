using System.ComponentModel;
using System.Text.Json;

namespace TaskGen;

/// <summary>Reads the result of a task from its JSON.</summary>
/// <typeparam name="T">The type of the result.</typeparam>
/// <param name="reader">Before the first token.</param>
/// <param name="options">The types of the user.</param>
/// <returns>The result.</returns>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate T TaskResultReader<out T>(ref Utf8JsonReader reader, JsonSerializerOptions options);
