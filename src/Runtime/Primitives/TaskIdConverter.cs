using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TaskGen.CompilerServices;

/// <summary>A <see cref="TaskId"/> inside a type of the user: its text.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TaskIdConverter : JsonConverter<TaskId>
{
    /// <inheritdoc/>
    public override TaskId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && TaskId.TryParse(reader.GetString(), out var id)
            ? id
            : throw new JsonException("It is not the id of a task.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TaskId value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.Queue.Length > 0 ? value.ToString() : throw new JsonException("An empty id is no id of a task."));
    }
}
