using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Generator.Tests.Faults;

/// <summary>Types whose values cannot be written or read for all kinds of reasons, and the context that describes them.</summary>
public static partial class MessageSamples
{
    public enum Plain
    {
        Low,
        High = 10,
    }

    [JsonConverter(typeof(JsonStringEnumConverter<Color>))]
    public enum Color
    {
        Red,
        DarkGreen,

        [JsonStringEnumMemberName("bleu")]
        Blue,
    }

    [Flags]
    [JsonConverter(typeof(JsonStringEnumConverter<Rights>))]
    [SuppressMessage("Naming", "CA1714:Flags enums should have plural names", Justification = "The name is plural.")]
    public enum Rights
    {
        None,
        Read,
        Write,
    }

    public sealed record Line(string Name)
    {
        public double Price { get; set; }
    }

    public sealed class Order
    {
        public int Number { get; set; }

        public List<Line> Lines { get; set; } = [];

        public Dictionary<string, double> Prices { get; set; } = [];

        public Dictionary<string, Dictionary<Color, int>> Stock { get; set; } = [];

        public Order? Parent { get; set; }

        public ImmutableArray<int>? Ids { get; set; }

        public JsonElement? Extra { get; set; }

        public object? Any { get; set; }

        public Shape? Shape { get; set; }

        public string Text { get; set; } = "";

        public Plain Plain { get; set; }

        public Color? Color { get; set; }

        public Rights Rights { get; set; }

        [JsonConverter(typeof(KebabNames))]
        public Plain Kebab { get; set; }

        [JsonConverter(typeof(KebabNames))]
        public Plain? KebabOrNull { get; set; }

        [JsonPropertyName("due-date")]
        public DateOnly Due { get; set; }

        [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
        public int Loose { get; set; }

        [JsonConverter(typeof(YesNo))]
        public bool Answer { get; set; }

        public Positive? Amount { get; set; }

        public Failing? Failing { get; set; }

        public TaskGen.TaskId? Task { get; set; }
    }

    [JsonDerivedType(typeof(Circle), "circle")]
    [JsonDerivedType(typeof(Square), "square")]
    public abstract class Shape;

    public sealed class Circle : Shape
    {
        public double Radius { get; set; }
    }

    public sealed class Square : Shape;

    public sealed record Positive
    {
        public Positive(int value) => Value = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), "secret");

        public int Value { get; }
    }

    [SuppressMessage("Design", "CA1065:Do not raise exceptions in unexpected locations", Justification = "A getter of users may throw.")]
    public sealed class Failing
    {
        public int First { get; set; }

        public int Second => First == 0 ? throw new DivideByZeroException("secret") : 1;

        public int Third => 3;
    }

    public sealed class KebabNames() : JsonStringEnumConverter<Plain>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false);

    public sealed class YesNo : JsonConverter<bool>
    {
        public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString() switch
        {
            "yes" => true,
            "no" => false,
            var other => throw new JsonException($"'{other}' is no answer."),
        };

        public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value ? throw new NotSupportedException("secret") : "no");
    }

    [JsonSerializable(typeof(Order))]
    [JsonSerializable(typeof(Circle))]
    [JsonSerializable(typeof(int[]))]
    public sealed partial class Context : JsonSerializerContext;
}
