using System.ComponentModel;
using System.Text.Json;

namespace TaskGen;

/// <summary>Writes the detail of a progress report as one JSON value. Generated code provides the method.</summary>
/// <typeparam name="TDetail">The type of the detail.</typeparam>
/// <param name="writer">The writer.</param>
/// <param name="detail">The detail.</param>
/// <param name="options">The JSON serializer options of the host.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate void TaskDetailWriter<in TDetail>(Utf8JsonWriter writer, TDetail detail, JsonSerializerOptions options);
