using System.ComponentModel;
using System.Text.Json;

namespace TaskGen;

/// <summary>Writes the detail of a progress report. Given by generated code.</summary>
/// <typeparam name="TDetail">The detail.</typeparam>
/// <param name="writer">Where to write one JSON value.</param>
/// <param name="detail">The detail.</param>
/// <param name="options">The types of the user.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate void TaskDetailWriter<in TDetail>(Utf8JsonWriter writer, TDetail detail, JsonSerializerOptions options);
