using System.Text.Json;
using System.Text.Json.Nodes;

namespace TaskGen.CompilerServices;

/// <summary>
/// Serializes a list, or a collection that is typed as an interface of a list, as a JSON array. The JSON array is always read into a list.
/// </summary>
internal sealed class CollectionValue<TCollection, T>(PayloadValue<T> element) : PayloadValue<TCollection>
    where TCollection : class, IEnumerable<T>
{
    internal static List<T> ReadList(ref Utf8JsonReader reader, PayloadValue<T> element, JsonSerializerOptions options)
    {
        PayloadArray.ReadStart(ref reader);
        var list = new List<T>();
        while (PayloadArray.MoveNext(ref reader))
        {
            list.Add(PayloadArray.ReadElement(ref reader, list.Count, element, options));
        }

        return list;
    }

    protected override void WriteCore(Utf8JsonWriter writer, TCollection value, JsonSerializerOptions options)
    {
        PayloadArray.WriteStart(writer);
        var index = 0;
        foreach (var item in value)
        {
            PayloadArray.WriteElement(writer, index++, element, item, options);
        }

        writer.WriteEndArray();
    }

    protected override TCollection ReadCore(ref Utf8JsonReader reader, JsonSerializerOptions options) =>
        (TCollection)(object)ReadList(ref reader, element, options);

    protected override JsonNode DescribeCore(JsonSerializerOptions options) => PayloadShape.Array(element.Describe(options));
}
