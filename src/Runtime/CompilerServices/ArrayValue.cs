using System.Text.Json;
using System.Text.Json.Nodes;

namespace TaskGen.CompilerServices;

/// <summary>Serializes an array as a JSON array.</summary>
internal sealed class ArrayValue<T>(PayloadValue<T> element) : PayloadValue<T[]>
{
    protected override void WriteCore(Utf8JsonWriter writer, T[] value, JsonSerializerOptions options)
    {
        PayloadArray.WriteStart(writer);
        for (var index = 0; index < value.Length; index++)
        {
            PayloadArray.WriteElement(writer, index, element, value[index], options);
        }

        writer.WriteEndArray();
    }

    protected override T[] ReadCore(ref Utf8JsonReader reader, JsonSerializerOptions options) =>
        [.. CollectionValue<List<T>, T>.ReadList(ref reader, element, options)];

    protected override JsonNode DescribeCore(JsonSerializerOptions options) => PayloadShape.Array(element.Describe(options));
}
