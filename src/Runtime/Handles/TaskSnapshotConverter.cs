using System.Text.Json;
using System.Text.Json.Serialization;
using TaskGen.Handles;

namespace TaskGen;

/// <summary>Converts a <see cref="TaskSnapshot"/> to and from JSON that other programs, such as a web page, can read.</summary>
/// <remarks>
/// <para>
/// States are written as names. The stack trace of a failure is omitted, unless it is requested, because it describes the program and not
/// the task. The names of the properties follow <see cref="JsonSerializerOptions.PropertyNamingPolicy"/>.
/// </para>
/// <para>
/// The serializer uses this converter by default. To include stack traces, add a converter to
/// <see cref="JsonSerializerOptions.Converters"/>.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// builder.Services.ConfigureHttpJsonOptions(static options =>
///     options.SerializerOptions.Converters.Add(new TaskSnapshotConverter(includeStackTrace: true)));
/// </code>
/// </example>
public sealed class TaskSnapshotConverter : JsonConverter<TaskSnapshot>
{
    private readonly bool _includeStackTrace;

    /// <summary>Initializes a new instance of the <see cref="TaskSnapshotConverter"/> class that omits stack traces.</summary>
    public TaskSnapshotConverter()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="TaskSnapshotConverter"/> class.</summary>
    /// <param name="includeStackTrace"><see langword="true"/> to write stack traces; otherwise, <see langword="false"/>.</param>
    public TaskSnapshotConverter(bool includeStackTrace) => _includeStackTrace = includeStackTrace;

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TaskSnapshot value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(options);
        new SnapshotWriter(writer, options, _includeStackTrace).Write(value);
    }

    /// <inheritdoc/>
    public override TaskSnapshot Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        using var document = JsonDocument.ParseValue(ref reader);
        return document.RootElement.ValueKind == JsonValueKind.Object
            ? new SnapshotReader(options).Read(document.RootElement)
            : throw new JsonException("The value is not a task snapshot. A task snapshot is a JSON object.");
    }
}
