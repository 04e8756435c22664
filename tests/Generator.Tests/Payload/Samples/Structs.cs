// Structs, for which the serializer calls a constructor only if an attribute says so.
namespace Samples.Structs;

public static class Restored
{
    public static Settable Settable() => new() { A = 1 };
    public static Init Init() => new() { A = 1 };
    public static Fields Fields() => new() { A = 1, B = "b" };
    public static Marked Marked() => new(1);
    public static RecordStruct RecordStruct() => new(1, "b");
    public static MutableRecordStruct MutableRecordStruct() => new(1) { B = 2 };
    public static Computed Computed() => new() { A = 1 };
    public static Validated Validated() => new() { A = 1 };
    public static Included Included() => Structs.Included.Of(1);
    public static IncludedReadOnlyProperty IncludedReadOnlyProperty() => new(1);
    public static Settable? Nullable() => new() { A = 1 };
    public static List<RecordStruct> List() => [new(1, "b")];
    public static Generic<int> Generic() => new() { Value = 1 };
    public static Converted Converted() => new(1);
    public static Empty Empty() => default;
    public static WithSettableAndConstructor WithSettableAndConstructor() => new(1);
    public static MarkedPrivateField MarkedPrivateField() => new(1);
    public static (Settable, RecordStruct) Tuple() => (new() { A = 1 }, new(1, "b"));
    public static Constants Constants() => new() { A = 1 };
}

public static class Lost
{
    public static PrivateField PrivateField() => new(1);
    public static PrivateFieldWithText PrivateFieldWithText() => new(1);
    public static ReadOnlyProperty ReadOnlyProperty() => new(1);
    public static PrivateSetter PrivateSetter() => Structs.PrivateSetter.Of(1);
    public static InternalSetter InternalSetter() => new() { A = 1 };
    public static ReadOnlyField ReadOnlyField() => new(1);
    public static Partly Partly() => new(2) { A = 1 };
    public static PrivateField? Nullable() => new PrivateField(1);
    public static List<PrivateField> List() => [new(1)];
    public static Holder Holder() => new() { Inner = new(1) };
    public static GenericPrivate<int> Generic() => new(1);
    public static RecordWithExtra RecordWithExtra() => new(1) { B = 2 };
    public static ReadOnlyCollectionProperty ReadOnlyCollectionProperty() => new([1]);
    public static PrimaryCaptured PrimaryCaptured() => new(1);
    public static MarkedDropsOne MarkedDropsOne() => new(1, 2);
    public static MarkedOtherName MarkedOtherName() => new(1);
    public static Strong Strong() => Structs.Strong.From(4);
    public static InternalProperty InternalProperty() => new() { A = 1 };
    public static NoMembers NoMembers() => Structs.NoMembers.Of(3);
}

public struct Settable { public int A { get; set; } }
public readonly struct Init { public int A { get; init; } }
public struct Fields { public int A; public string? B; }
public readonly struct Marked { [JsonConstructor] public Marked(int a) => A = a; public int A { get; } }
public readonly record struct RecordStruct(int A, string B);
public record struct MutableRecordStruct(int A) { public int B { get; set; } }
public struct Computed { public int A { get; set; } public readonly int Twice => 2 * A; }
public struct Validated { private int _a; public int A { readonly get => _a; set => _a = value; } }
public struct Included { [JsonInclude] public int A { get; private set; } public static Included Of(int a) => new() { A = a }; }
public readonly struct IncludedReadOnlyProperty
{
    [JsonConstructor] public IncludedReadOnlyProperty(int a) => A = a;
    [JsonInclude] internal int A { get; }
}
public struct Generic<T> { public T Value { get; set; } }
[JsonConverter(typeof(ConvertedConverter))] public readonly struct Converted
{
    private readonly int _v;
    public Converted(int v) => _v = v;
    public int Get() => _v;
}
public sealed class ConvertedConverter : JsonConverter<Converted>
{
    public override Converted Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => new(reader.GetInt32());
    public override void Write(Utf8JsonWriter writer, Converted value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.Get());
}
public readonly struct Empty;
public struct WithSettableAndConstructor { public WithSettableAndConstructor(int a) => A = a; public int A { get; set; } }
public readonly struct MarkedPrivateField
{
    private readonly int _a;
    [JsonConstructor] public MarkedPrivateField(int a) => _a = a;
    public int A => _a;
}
public struct Constants
{
    public const int Most = 3;
    private static readonly int s_least = 1;
    public int A { get; set; }
    public readonly bool IsValid => A >= s_least && A <= Most;
}

public readonly struct PrivateField { private readonly int _v; public PrivateField(int v) => _v = v; public int Get() => _v; }
public readonly struct PrivateFieldWithText
{
    private readonly int _v;
    public PrivateFieldWithText(int v) => _v = v;
    public string Text => $"{_v}";
}
public readonly struct ReadOnlyProperty { public ReadOnlyProperty(int a) => A = a; public int A { get; } }
public struct PrivateSetter { public int A { get; private set; } public static PrivateSetter Of(int a) => new() { A = a }; }
public struct InternalSetter { public int A { get; internal set; } }
public readonly struct ReadOnlyField { public ReadOnlyField(int a) => A = a; public readonly int A; }
public struct Partly
{
    private readonly int _b;
    public Partly(int b) => _b = b;
    public int A { get; set; }
    public readonly int GetB() => _b;
}
public sealed class Holder { public PrivateField Inner { get; set; } }
public readonly struct GenericPrivate<T> { private readonly T _v; public GenericPrivate(T v) => _v = v; public T Get() => _v; }
public record struct RecordWithExtra(int A) { public int B { get; internal set; } }
public readonly struct ReadOnlyCollectionProperty
{
    public ReadOnlyCollectionProperty(List<int> items) => Items = items;
    public List<int> Items { get; }
}
public readonly struct PrimaryCaptured(int a) { public int Twice => 2 * a; }
public readonly struct MarkedDropsOne
{
    [JsonConstructor] public MarkedDropsOne(int a) => A = a;
    public MarkedDropsOne(int a, int b) { A = a; B = b; }
    public int A { get; }
    public int B { get; }
}
public readonly struct MarkedOtherName { [JsonConstructor] public MarkedOtherName(int number) => A = number; public int A { get; } }
public readonly struct Strong
{
    private Strong(int value) => Value = value;
    public int Value { get; }
    public static Strong From(int value) => new(value);
}
public struct InternalProperty { internal int A { get; set; } }
public struct NoMembers { private int _x; public static NoMembers Of(int x) => new() { _x = x }; public readonly int Peek() => _x; }
