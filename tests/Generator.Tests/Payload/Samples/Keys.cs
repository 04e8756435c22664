// Types with converters, some of which also write the keys of a dictionary.
namespace Samples.Collections;

[JsonConverter(typeof(ConvertedKeyConverter))] public readonly record struct ConvertedKey(int A);
public sealed class ConvertedKeyConverter : JsonConverter<ConvertedKey>
{
    public override ConvertedKey Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => new(reader.GetInt32());
    public override void Write(Utf8JsonWriter writer, ConvertedKey value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.A);
    public override ConvertedKey ReadAsPropertyName(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        new(int.Parse(reader.GetString()!));
    public override void WriteAsPropertyName(Utf8JsonWriter writer, ConvertedKey value, JsonSerializerOptions options) =>
        writer.WritePropertyName($"{value.A}");
}

[JsonConverter(typeof(ConvertedNoKeyConverter))] public readonly record struct ConvertedNoKey(int A);
public sealed class ConvertedNoKeyConverter : JsonConverter<ConvertedNoKey>
{
    public override ConvertedNoKey Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => new(reader.GetInt32());
    public override void Write(Utf8JsonWriter writer, ConvertedNoKey value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.A);
}

[JsonConverter(typeof(EnumNoKeyConverter))] public enum EnumNoKey { A, B }
public sealed class EnumNoKeyConverter : JsonConverter<EnumNoKey>
{
    public override EnumNoKey Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => (EnumNoKey)reader.GetInt32();
    public override void Write(Utf8JsonWriter writer, EnumNoKey value, JsonSerializerOptions options) =>
        writer.WriteNumberValue((int)value);
}
