using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TaskGen.CompilerServices;

/// <summary>Converts a <see cref="TaskId"/> in a user-defined type to and from a JSON string.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TaskIdConverter : JsonConverter<TaskId>
{
    /// <inheritdoc/>
    public override TaskId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && TaskId.TryParse(reader.GetString(), out var id)
            ? id
            : throw new JsonException("The value is not a task id. A task id is a string of the form <uuid>.<queue>.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TaskId value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(Text(value));
    }

    /// <inheritdoc/>
    public override TaskId ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Read(ref reader, typeToConvert, options);

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, TaskId value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(Text(value));
    }

    private static string Text(TaskId id) =>
        id.Queue.Length > 0 ? id.ToString() : throw new JsonException("The task id is empty and cannot be serialized.");
}
