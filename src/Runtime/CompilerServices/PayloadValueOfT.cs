using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using TaskGen.Exceptions;

namespace TaskGen.CompilerServices;

/// <summary>
/// How one type travels: written to and read from one JSON value, without reflection. Generated code combines them; tuples derive their
/// own.
/// </summary>
/// <typeparam name="T">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class PayloadValue<T>
{
    private TaskResultReader<T>? _resultReader;
    private TaskDetailWriter<T>? _detailWriter;

    /// <summary>Reads a result or a detail: a top-level null stands for what the method returned, whatever its annotations say.</summary>
    public TaskResultReader<T> ResultReader => _resultReader ??= ReadResult;

    /// <summary>Writes the detail of a progress report.</summary>
    public TaskDetailWriter<T> DetailWriter => _detailWriter ??= WriteResult;

    /// <summary>Whether JSON null is a value of the type.</summary>
    protected virtual bool AllowsNull => false;

    /// <summary>Writes one value.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">The value.</param>
    /// <param name="options">The types of the user.</param>
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
    /// <param name="reader">On the first token of the value; on its last one afterwards.</param>
    /// <param name="options">The types of the user.</param>
    /// <returns>The value.</returns>
    public T Read(ref Utf8JsonReader reader, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Null && !AllowsNull
            ? throw new PayloadProblemException("must not be null")
            : ReadCore(ref reader, options);

    /// <summary>Writes a result or a detail.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">The value.</param>
    /// <param name="options">The types of the user.</param>
    /// <exception cref="InvalidOperationException">The value cannot be written.</exception>
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
            throw new InvalidOperationException(problem.Describe("value"), problem.InnerException);
        }
    }

    /// <summary>Reads a result or a detail.</summary>
    /// <param name="reader">Before the first token.</param>
    /// <param name="options">The types of the user.</param>
    /// <returns>The value.</returns>
    /// <exception cref="TaskGenException">The value does not fit the type.</exception>
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
                + "Caller and worker may be built from different versions of the task.");
        }
        catch (JsonException)
        {
            throw new TaskGenException($"The result cannot be read as {typeof(T)}: it is not valid JSON.");
        }
    }

    /// <summary>What JSON values of the type look like.</summary>
    /// <param name="options">The types of the user.</param>
    /// <returns>A JSON Schema, made for this call.</returns>
    public JsonNode Describe(JsonSerializerOptions options) => DescribeCore(options);

    /// <summary>What JSON values of the type look like; a type that does not say allows anything.</summary>
    /// <param name="options">The types of the user.</param>
    /// <returns>A JSON Schema that nobody else holds.</returns>
    protected virtual JsonNode DescribeCore(JsonSerializerOptions options) => new JsonObject();

    /// <summary>Writes one value that is not null unless <see cref="AllowsNull"/> is true.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">The value.</param>
    /// <param name="options">The types of the user.</param>
    protected abstract void WriteCore(Utf8JsonWriter writer, T value, JsonSerializerOptions options);

    /// <summary>Reads one value; its first token is not null unless <see cref="AllowsNull"/> is true.</summary>
    /// <param name="reader">On the first token of the value; must be on its last one afterwards.</param>
    /// <param name="options">The types of the user.</param>
    /// <returns>The value.</returns>
    protected abstract T ReadCore(ref Utf8JsonReader reader, JsonSerializerOptions options);
}
