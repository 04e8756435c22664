using System.Text.Json;
using System.Text.Json.Nodes;

namespace TaskGen.CompilerServices;

/// <summary>Serializes a nullable value type as the value or as <c>null</c>.</summary>
internal sealed class NullableValue<T>(PayloadValue<T> value) : PayloadValue<T?>
    where T : struct
{
    private readonly PayloadValue<T> _value = value;

    protected override bool AllowsNull => true;

    protected override void WriteCore(Utf8JsonWriter writer, T? value, JsonSerializerOptions options)
    {
        if (value is { } present)
        {
            _value.Write(writer, present, options);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    protected override T? ReadCore(ref Utf8JsonReader reader, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Null ? null : _value.Read(ref reader, options);

    protected override JsonNode DescribeCore(JsonSerializerOptions options) => PayloadShape.OrNull(_value.Describe(options));
}
