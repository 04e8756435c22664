using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ported.Contracts;

/// <summary>Writes an article number as one string, such as <c>CAM-0042</c>.</summary>
public sealed class SkuConverter : JsonConverter<Sku>
{
    public override Sku Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var parts = (reader.GetString() ?? "").Split('-');
        return parts is [var family, var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? new Sku(family, value)
            : throw new JsonException("An article number has the form FAMILY-NUMBER.");
    }

    public override void Write(Utf8JsonWriter writer, Sku value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(string.Create(CultureInfo.InvariantCulture, $"{value.Family}-{value.Number:0000}"));
    }
}
