using System.Text.Json;
using System.Text.Json.Nodes;
using TaskGen.Exceptions;

namespace TaskGen.CompilerServices;

/// <summary>Serializes a value that is a single JSON token.</summary>
/// <param name="token">The kind of the token.</param>
/// <param name="expectation">The problem that is reported for any other JSON, such as "must be a string".</param>
/// <param name="write">A delegate that writes the value, or throws a <see cref="PayloadProblemException"/>.</param>
/// <param name="read">A delegate that reads the value, or returns false if the token is not a valid value.</param>
/// <param name="shape">The JSON Schema, if it is more specific than the kind of the token.</param>
internal sealed class PlainValue<T>(
    JsonTokenType token, string expectation, Action<Utf8JsonWriter, T> write, PlainValue<T>.Reader read, string? shape = null)
    : PayloadValue<T>
{
    internal delegate bool Reader(ref Utf8JsonReader reader, out T value);

    /// <summary>The problem of JSON that is no value of the type, such as "must be a string".</summary>
    public string Expectation => expectation;

    protected override bool AllowsNull => token == JsonTokenType.Null;

    protected override void WriteCore(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => write(writer, value);

    protected override T ReadCore(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        // JSON has separate tokens for true and false, but the serializer of bool has only one token kind.
        if (reader.TokenType == token || (token == JsonTokenType.True && reader.TokenType == JsonTokenType.False))
        {
            try
            {
                if (read(ref reader, out var value))
                {
                    return value;
                }
            }
            catch (InvalidOperationException)
            {
                throw new PayloadProblemException(PayloadText.Malformed);
            }
        }

        throw new PayloadProblemException(Expectation);
    }

    protected override JsonNode DescribeCore(JsonSerializerOptions options) => shape is not null
        ? JsonNode.Parse(shape)!
        : new JsonObject
        {
            ["type"] = token switch
            {
                JsonTokenType.True => "boolean",
                JsonTokenType.Number => "number",
                JsonTokenType.Null => "null",
                _ => "string",
            },
        };
}
