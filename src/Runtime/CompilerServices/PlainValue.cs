using System.Text.Json;
using System.Text.Json.Nodes;
using TaskGen.Exceptions;

namespace TaskGen.CompilerServices;

/// <summary>A value that is a single token.</summary>
/// <param name="token">The only token that can be one.</param>
/// <param name="expectation">What is said of anything else, such as "must be a string".</param>
/// <param name="write">Writes it, or throws a <see cref="PayloadProblemException"/>.</param>
/// <param name="read">Reads it, or says that the text is not one.</param>
/// <param name="shape">Its JSON Schema, where there is more to it than the kind of the token.</param>
internal sealed class PlainValue<T>(
    JsonTokenType token, string expectation, Action<Utf8JsonWriter, T> write, PlainValue<T>.Reader read, string? shape = null)
    : PayloadValue<T>
{
    internal delegate bool Reader(ref Utf8JsonReader reader, out T value);

    protected override bool AllowsNull => token == JsonTokenType.Null;

    protected override void WriteCore(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => write(writer, value);

    protected override T ReadCore(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        // True and False are two tokens of one kind.
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
                throw new PayloadProblemException("contains text that is not valid Unicode");
            }
        }

        throw new PayloadProblemException(expectation);
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
