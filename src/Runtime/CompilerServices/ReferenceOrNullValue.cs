using System.Text.Json;
using System.Text.Json.Nodes;

namespace TaskGen.CompilerServices;

/// <summary>Serializes a nullable reference type as the object or as <c>null</c>.</summary>
internal sealed class ReferenceOrNullValue<T>(PayloadValue<T> value) : PayloadValue<T?>
    where T : class
{
    private readonly PayloadValue<T> _value = value;

    protected override bool AllowsNull => true;

    protected override void WriteCore(Utf8JsonWriter writer, T? value, JsonSerializerOptions options)
    {
        if (value is null or JsonDocument { RootElement.ValueKind: JsonValueKind.Null })
        {
            writer.WriteNullValue();
        }
        else
        {
            _value.Write(writer, value, options);
        }
    }

    protected override T? ReadCore(ref Utf8JsonReader reader, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Null ? null : _value.Read(ref reader, options);

    protected override JsonNode DescribeCore(JsonSerializerOptions options) => PayloadShape.OrNull(_value.Describe(options));
}
