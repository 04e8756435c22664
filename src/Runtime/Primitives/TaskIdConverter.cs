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
        reader.TokenType == JsonTokenType.String && TaskId.TryParse(reader.GetString(), out var id)
            ? id
            : throw new JsonException("The value is not a task id. A task id is a string of the form <uuid>.<queue>.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TaskId value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(
            value.Queue.Length > 0 ? value.ToString() : throw new JsonException("The task id is empty and cannot be serialized."));
    }
}
