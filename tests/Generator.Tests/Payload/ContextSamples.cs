using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Generator.Tests.Payload;

/// <summary>A context and types around the one that it lists, compiled into the tests and analysed by them.</summary>
public static class ContextSamples
{
    public class Base { public OfBase? Inherited { get; set; } }

    [SuppressMessage("Design", "CA1051:Do not declare visible instance fields", Justification = "Fields travel too.")]
    public class Root : Base
    {
        public OfProperty? Property { get; set; }

        public List<OfElement>? Elements { get; set; }

        public Dictionary<string, OfValue[]>? Values { get; set; }

        public Polymorphic? Shape { get; set; }

        public OfReadOnly ReadOnly => new();

        public OfNullable? Nullable { get; set; }

        public Converted? Own { get; set; }

        public OfPrivateSetter? Private { get; private set; }

        public OfRecord? Record { get; set; }

        public IOpen? Open { get; set; }

        public OfField? Field;

        [JsonIgnore]
        public Ignored? Hidden { get; set; }

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public OfCondition? Conditional { get; set; }

        [JsonInclude]
        internal OfIncluded? Included { get; set; }

        internal OfInternal? Internal { get; set; }
    }

    public sealed class OfBase;

    public sealed class OfProperty;

    public sealed class OfElement;

    public sealed class OfValue;

    public sealed class OfReadOnly;

    public struct OfNullable;

    public sealed class OfPrivateSetter;

    public sealed record OfRecord(OfParameter Parameter);

    public sealed class OfParameter;

    public sealed class OfField;

    public sealed class Ignored;

    public sealed class OfCondition;

    public sealed class OfIncluded;

    public sealed class OfInternal;

    public sealed class Unrelated;

    [JsonDerivedType(typeof(Derived), "derived")]
    public class Polymorphic;

    public sealed class Derived : Polymorphic { public OfDerived? Own { get; set; } }

    public sealed class OfDerived;

    public interface IOpen { OfInterface? Member { get; } }

    public sealed class OfInterface;

    [JsonConverter(typeof(ConvertedConverter))]
    public sealed class Converted { public InsideConverted? Member { get; set; } }

    public sealed class InsideConverted;

    public sealed class ConvertedConverter : JsonConverter<Converted>
    {
        public override Converted? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => null;

        public override void Write(Utf8JsonWriter writer, Converted value, JsonSerializerOptions options) => writer.WriteNullValue();
    }
}

[JsonSerializable(typeof(ContextSamples.Root))]
internal sealed partial class ContextSamplesJson : JsonSerializerContext;
