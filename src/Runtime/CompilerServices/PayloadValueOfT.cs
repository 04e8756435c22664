using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using TaskGen.Exceptions;

namespace TaskGen.CompilerServices;

/// <summary>
/// Serializes values of one type as JSON, without reflection. Generated code combines instances to serialize types such as arrays, and
/// derives classes from this class to serialize tuples.
/// </summary>
/// <typeparam name="T">The type of the values.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class PayloadValue<T>
{
    private TaskResultReader<T>? _resultReader;
    private TaskDetailWriter<T>? _detailWriter;

    /// <summary>
    /// Gets a delegate that reads a result or the detail of a progress report. Null is accepted even for a non-nullable reference type,
    /// because a task method can return null despite its annotations.
    /// </summary>
    public TaskResultReader<T> ResultReader => _resultReader ??= ReadResult;

    /// <summary>Gets a delegate that writes the detail of a progress report.</summary>
    public TaskDetailWriter<T> DetailWriter => _detailWriter ??= WriteResult;

    /// <summary>Gets a value that indicates whether JSON null represents a value of the type.</summary>
    protected virtual bool AllowsNull => false;

    /// <summary>Writes one value.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The value.</param>
    /// <param name="options">The JSON serializer options of the host.</param>
    public void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is null or JsonDocument { RootElement.ValueKind: JsonValueKind.Null } && !AllowsNull)
        {
            throw new PayloadProblemException("must not be null");
        }

        WriteCore(writer, value, options);
    }

    /// <summary>Reads one value.</summary>
    /// <param name="reader">
    /// The reader, positioned on the first token of the value. After the call, it is positioned on the last token of the value.
    /// </param>
    /// <param name="options">The JSON serializer options of the host.</param>
    /// <returns>The value.</returns>
    public T Read(ref Utf8JsonReader reader, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Null && !AllowsNull
            ? throw new PayloadProblemException("must not be null")
            : ReadCore(ref reader, options);

    /// <summary>Writes a result or the detail of a progress report.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The value.</param>
    /// <param name="options">The JSON serializer options of the host.</param>
    /// <exception cref="InvalidOperationException">The value cannot be serialized.</exception>
    public void WriteResult(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is null)
        {
            writer.WriteNullValue();
            return;
        }

        try
        {
            WriteCore(writer, value, options);
        }
        catch (PayloadProblemException problem)
        {
            throw new InvalidOperationException(problem.Describe("value"), problem);
        }
    }

    /// <summary>Reads a result or the detail of a progress report.</summary>
    /// <param name="reader">The reader, positioned before the first token.</param>
    /// <param name="options">The JSON serializer options of the host.</param>
    /// <returns>The value.</returns>
    /// <exception cref="TaskGenException">The JSON is not a valid value of the type.</exception>
    public T ReadResult(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        try
        {
            reader.Read();
            return reader.TokenType == JsonTokenType.Null && default(T) is null ? default! : Read(ref reader, options);
        }
        catch (PayloadProblemException problem)
        {
            throw new TaskGenException(
                $"The result cannot be read as {typeof(T)}: {problem.Describe("value")}. "
                + "The caller and the worker may use different versions of the task.");
        }
        catch (JsonException)
        {
            throw new TaskGenException($"The result cannot be read as {typeof(T)}: it is not valid JSON.");
        }
    }

    /// <summary>Creates the JSON Schema of the type.</summary>
    /// <param name="options">The JSON serializer options of the host.</param>
    /// <returns>The JSON Schema, as a new object that the caller can modify.</returns>
    public JsonNode Describe(JsonSerializerOptions options) => DescribeCore(options);

    /// <summary>Creates the JSON Schema of the type. The default implementation returns a schema that allows any value.</summary>
    /// <param name="options">The JSON serializer options of the host.</param>
    /// <returns>The JSON Schema, as a new object that the caller can modify.</returns>
    protected virtual JsonNode DescribeCore(JsonSerializerOptions options) => new JsonObject();

    /// <summary>Writes one value. The value is null only if <see cref="AllowsNull"/> is <see langword="true"/>.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The value.</param>
    /// <param name="options">The JSON serializer options of the host.</param>
    protected abstract void WriteCore(Utf8JsonWriter writer, T value, JsonSerializerOptions options);

    /// <summary>Reads one value. The current token is null only if <see cref="AllowsNull"/> is <see langword="true"/>.</summary>
    /// <param name="reader">
    /// The reader, positioned on the first token of the value. The method must leave it on the last token of the value.
    /// </param>
    /// <param name="options">The JSON serializer options of the host.</param>
    /// <returns>The value.</returns>
    protected abstract T ReadCore(ref Utf8JsonReader reader, JsonSerializerOptions options);
}
