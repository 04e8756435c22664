// Properties and fields: with which accessors, attributes, and initializers a value is restored.
namespace Samples.Members;

public static class Restored
{
    public static Settable Settable() => new() { A = 1, B = "b" };
    public static Init Init() => new() { A = 1 };
    public static Required Required() => new() { A = 1, B = "b" };
    public static Field Field() => new() { A = 1 };
    public static IncludedSetter IncludedSetter() => new IncludedSetter().With(1);
    public static IncludedInternal IncludedInternal() => new() { A = 1 };
    public static IncludedField IncludedField() => new IncludedField().With(1);
    public static IncludedInternalSetter IncludedInternalSetter() => new() { A = 1 };
    public static IncludedProtectedSetter IncludedProtectedSetter() => new IncludedProtectedSetter().With(1);
    public static Computed Computed() => new() { A = 1, B = 2 };
    public static ComputedRecord ComputedRecord() => new(1, 2);
    public static Validated Validated() => new() { A = 1 };
    public static FieldKeyword FieldKeyword() => new() { A = 1, B = "b" };
    public static Ignored Ignored() => new() { A = 1, B = 2 };
    public static IgnoredPrivateSetter IgnoredPrivateSetter() => new IgnoredPrivateSetter { A = 1 }.With(2);
    public static IgnoredWhenReading IgnoredWhenReading() => new() { A = 1 };
    public static Renamed Renamed() => new() { A = 1 };
    public static Constant Constant() => new() { A = 1 };
    public static ConstantField ConstantField() => new() { A = 2 };
    public static NeverSet NeverSet() => new() { A = 1 };
    public static Gate Gate() => new() { A = 1 };
    public static Cached Cached() => new Cached { A = 1 }.Warm();
    public static CachedByMethod CachedByMethod() => new CachedByMethod { A = 1 }.Warm();
    public static CachedAfterTest CachedAfterTest() => new CachedAfterTest { A = 1 }.Warm();
    public static LoadedOnce LoadedOnce() => new LoadedOnce { A = 1 }.Warm();
    public static SetByReference SetByReference() => new() { A = 1 };
    public static WithDelegate WithDelegate() => new() { A = 1 };
    public static Cache Cache() => new Cache { A = 1 }.Warm();
    public static Static Static() => new() { A = 1 };
    public static Explicit Explicit() => new() { A = 1 };
    public static Converted Converted() => new Converted().With(1);
    public static ConvertedMember ConvertedMember() => new() { Inner = Lost.PrivateSetter() };
    public static Inherited Inherited() => new() { A = 1, B = 2 };
    public static Overridden Overridden() => new() { A = 1 };
    public static Nullables Nullables() => new() { A = 1, B = null, C = DateTimeKind.Utc };
    public static Generic<string> Generic() => new() { Value = "a", Items = ["b"] };
    public static Nested Nested() =>
        new() { Inner = new() { A = 1 }, Many = [new() { A = 2 }], ByName = new() { ["x"] = new() { A = 3 } } };
    public static Extension Extension() => new() { A = 1 };
    public static Notifying Notifying() => new() { A = 1 };
    public static ExplicitInterface ExplicitInterface() => new() { A = 1 };
    public static SharedDefault SharedDefault() => new() { A = 1 };
    public static LocalOfTheSameName LocalOfTheSameName() => new LocalOfTheSameName { A = 1 }.Count();
    public static Deep Deep() => new() { Next = new() { Next = new(), A = 1 } };
    public static InternalSetterOfComputed InternalSetterOfComputed() => new() { A = 4 };
}

public static class Lost
{
    public static PrivateSetter PrivateSetter() => new PrivateSetter().With(1);
    public static InternalSetter InternalSetter() => new() { A = 1 };
    public static ProtectedSetter ProtectedSetter() => new ProtectedSetter().With(1);
    public static PrivateProtectedSetter PrivateProtectedSetter() => new PrivateProtectedSetter().With(1);
    public static PrivateInit PrivateInit() => Members.PrivateInit.Of(1);
    public static InternalInit InternalInit() => new() { A = 1 };
    public static Internal Internal() => new() { A = 1 };
    public static InternalField InternalField() => new() { A = 1 };
    public static Protected Protected() => new Protected().With(1);
    public static PrivateProperty PrivateProperty() => new PrivateProperty().With(1);
    public static PrivateField PrivateField() => new PrivateField().With(1);
    public static PrivateFieldBesideMember PrivateFieldBesideMember() => new PrivateFieldBesideMember { A = 1 }.With(2);
    public static HiddenGetter HiddenGetter() => new() { A = 1 };
    public static Counter Counter() => new Counter { A = 1 }.Increment();
    public static FreshId FreshId() => new() { A = 1 };
    public static FreshTime FreshTime() => new() { A = 1 };
    public static FreshInConstructor FreshInConstructor() => new() { A = 1 };
    public static FreshBesideParameter FreshBesideParameter() => new(1);
    public static FreshField FreshField() => new() { A = 1 };
    public static ObjectWithoutSetter ObjectWithoutSetter() => new() { Inner = { A = 1 } };
    public static InheritedPrivateSetter InheritedPrivateSetter() => new InheritedPrivateSetter { B = 2 }.WithBase(1);
    public static InElement InElement() => new() { Many = [PrivateSetter()] };
    public static InValue InValue() => new() { ByName = new() { ["a"] = PrivateSetter() } };
    public static InNullable InNullable() => new() { Inner = Structs.Lost.PrivateField() };
    public static GenericPrivateSetter<int> GenericPrivateSetter() => new GenericPrivateSetter<int>().With(1);
    public static RecordPrivateSetter RecordPrivateSetter() => new RecordPrivateSetter(1).With(2);
    public static ReadOnlyField ReadOnlyField() => new(1);
    public static Factory Factory() => Members.Factory.Create("a");
    public static ExplicitPrivateSetter ExplicitPrivateSetter() => new ExplicitPrivateSetter().With(1);
    public static List<PrivateSetter> List() => [PrivateSetter()];
    public static PrivateSetter[] Array() => [PrivateSetter()];
    public static (int, PrivateSetter) Tuple() => (1, PrivateSetter());
    public static InheritedInternal InheritedInternal() => new() { A = 1, B = 2 };
}

public class Settable { public int A { get; set; } public string? B { get; set; } }
public sealed class Init { public int A { get; init; } }
public sealed class Required { public required int A { get; set; } public required string B { get; init; } }
public sealed class Field { public int A; }
public sealed class IncludedSetter
{
    [JsonInclude] public int A { get; private set; }
    public IncludedSetter With(int a) { A = a; return this; }
}
public sealed class IncludedInternal { [JsonInclude] internal int A { get; set; } }
public sealed class IncludedField { [JsonInclude] private int _a; public IncludedField With(int a) { _a = a; return this; } }
public sealed class IncludedInternalSetter { [JsonInclude] public int A { get; internal set; } }
public class IncludedProtectedSetter
{
    [JsonInclude] public int A { get; protected set; }
    public IncludedProtectedSetter With(int a) { A = a; return this; }
}
public sealed class Computed
{
    public int A { get; set; }
    public int B { get; set; }
    public int Sum => A + B;
    public int Product { get { return A * B; } }
    public List<int> Both => [A, B];
}
public sealed record ComputedRecord(int A, int B) { public int Total => A + B; public string Text { get { return $"{A}"; } } }
public sealed class Validated
{
    private int _a;
    public int A { get => _a; set => _a = value > 0 ? value : throw new ArgumentException("A"); }
}
public sealed class FieldKeyword { public int A { get => field; set => field = value + 0; } public string B { get => field ?? ""; set; } }
public sealed class Ignored { public int A { get; set; } [JsonIgnore] public int B { get; set; } }
public sealed class IgnoredPrivateSetter
{
    public int A { get; set; }
    [JsonIgnore] public int B { get; private set; }
    public IgnoredPrivateSetter With(int b) { B = b; return this; }
}
public sealed class IgnoredWhenReading
{
    public int A { get; set; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenReading)] public int B { get; private set; } = 4;
}
public sealed class Renamed { [JsonPropertyName("z")] public int A { get; set; } }
public sealed class Constant
{
    public int A { get; set; }
    public string Kind { get; } = "order";
    public int Version { get; } = 1 + 1;
    public string Empty { get; } = string.Empty;
    public string? None { get; } = null;
    public DayOfWeek Day { get; } = DayOfWeek.Friday;
}
public sealed class ConstantField { private readonly int _factor = 3; public int A { get; set; } public int Scaled => _factor * A; }
public sealed class NeverSet { public int A { get; set; } public string? Later { get; } }
public sealed class Gate
{
    private readonly object _gate = new();
    public int A { get; set; }
    public override int GetHashCode() { lock (_gate) { return A; } }
}
public sealed class Cached
{
    private string? _text;
    public int A { get; set; }
    public string Text => _text ??= $"{A}";
    public Cached Warm() { _ = Text; return this; }
    public override bool Equals(object? obj) => obj is Cached other && other.A == A;
    public override int GetHashCode() => A;
}
public sealed class CachedByMethod
{
    private string? _text;
    public int A { get; set; }
    public string GetText() { if (_text is null) { _text = $"{A}"; } return _text; }
    public CachedByMethod Warm() { GetText(); return this; }
    public override bool Equals(object? obj) => obj is CachedByMethod other && other.A == A;
    public override int GetHashCode() => A;
}
public sealed class Cache
{
    private readonly Dictionary<int, string> _texts = [];
    public int A { get; set; }
    public string TextOf(int number) => _texts.TryGetValue(number, out var text) ? text : _texts[number] = $"{number}";
    public Cache Warm() { TextOf(A); return this; }
    public override bool Equals(object? obj) => obj is Cache other && other.A == A;
    public override int GetHashCode() => A;
}
public sealed class Static
{
    private static int s_count;
    public static int Count { get; private set; }
    public int A { get; set; }
    public void Add() { s_count++; Count = s_count; }
}
public sealed class Explicit { private int a; public int A { get { return a; } set { a = value; } } }
[JsonConverter(typeof(ConvertedConverter))]
public sealed class Converted { public int A { get; private set; } public Converted With(int a) { A = a; return this; } }
public sealed class ConvertedConverter : JsonConverter<Converted>
{
    public override Converted Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        new Converted().With(reader.GetInt32());
    public override void Write(Utf8JsonWriter writer, Converted value, JsonSerializerOptions options) => writer.WriteNumberValue(value.A);
}
public sealed class ConvertedMember { [JsonConverter(typeof(PrivateSetterConverter))] public PrivateSetter? Inner { get; set; } }
public sealed class PrivateSetterConverter : JsonConverter<PrivateSetter>
{
    public override PrivateSetter Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        new PrivateSetter().With(reader.GetInt32());
    public override void Write(Utf8JsonWriter writer, PrivateSetter value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.A);
}
public sealed class Inherited : Settable { public new int B { get; set; } }
public abstract class Abstract { public abstract int A { get; set; } }
public sealed class Overridden : Abstract { public override int A { get; set; } }
public sealed class Nullables { public int? A { get; set; } public int? B { get; set; } public DateTimeKind? C { get; set; } }
public sealed class Generic<T> { public T? Value { get; set; } public List<T>? Items { get; set; } }
public sealed class Nested
{
    public Settable? Inner { get; set; }
    public List<Settable>? Many { get; set; }
    public Dictionary<string, Settable>? ByName { get; set; }
}
public sealed class Extension { public int A { get; set; } [JsonExtensionData] public Dictionary<string, JsonElement>? Rest { get; set; } }
public sealed class Notifying
{
    private int _a;
    public event EventHandler? Changed;
    public int A { get => _a; set { if (_a != value) { _a = value; Changed?.Invoke(this, EventArgs.Empty); } } }
}
public interface IHasId { int Id { get; } }
public sealed class ExplicitInterface : IHasId { public int A { get; set; } int IHasId.Id => A; }
public sealed class SharedDefault
{
    private static readonly List<string> s_all = ["a", "b"];
    public int A { get; set; }
    public IReadOnlyList<string> All => s_all;
}
public sealed class LocalOfTheSameName
{
    private readonly int total = 3;
    public int A { get; set; }
    public int Total => total;
    public LocalOfTheSameName Count() { var sum = 0; sum += A; A = sum; return this; }
}
public sealed class Deep { public int A { get; set; } public Deep? Next { get; set; } }
public sealed class InternalSetterOfComputed { public int A { get; set; } public int Half { get => A / 2; internal set => A = value * 2; } }

public sealed class PrivateSetter { public int A { get; private set; } public PrivateSetter With(int a) { A = a; return this; } }
public sealed class InternalSetter { public int A { get; internal set; } }
public class ProtectedSetter { public int A { get; protected set; } public ProtectedSetter With(int a) { A = a; return this; } }
public class PrivateProtectedSetter
{
    public int A { get; private protected set; }
    public PrivateProtectedSetter With(int a) { A = a; return this; }
}
public sealed class PrivateInit { public int A { get; private init; } public static PrivateInit Of(int a) => new() { A = a }; }
public sealed class InternalInit { public int A { get; internal init; } }
public sealed class Internal { internal int A { get; set; } public int B { get; set; } }
public sealed class InternalField { internal int A; public int B { get; set; } public int Get() => A; }
public class Protected { protected int A { get; set; } public int B { get; set; } public Protected With(int a) { A = a; return this; } }
public sealed class PrivateProperty
{
    private int A { get; set; }
    public int B { get; set; }
    public PrivateProperty With(int a) { A = a; return this; }
}
public sealed class PrivateField { private int _a; public int A => _a; public PrivateField With(int a) { _a = a; return this; } }
public sealed class PrivateFieldBesideMember
{
    private int _b;
    public int A { get; set; }
    public int GetB() => _b;
    public PrivateFieldBesideMember With(int b) { _b = b; return this; }
}
public sealed class Counter
{
    private int _count;
    public int A { get; set; }
    public int Count => _count;
    public Counter Increment() { _count++; return this; }
}
public sealed class FreshId { public Guid Id { get; } = Guid.NewGuid(); public int A { get; set; } }
public sealed class FreshTime { public DateTime At { get; } = DateTime.UtcNow; public int A { get; set; } }
public sealed class FreshInConstructor
{
    public FreshInConstructor() => Id = Guid.CreateVersion7();
    public Guid Id { get; }
    public int A { get; set; }
}
public sealed class FreshBesideParameter
{
    public FreshBesideParameter(int a) { A = a; Id = Guid.NewGuid(); }
    public int A { get; }
    public Guid Id { get; }
}
public sealed class FreshField { public readonly Guid Id = Guid.NewGuid(); public int A { get; set; } }
public sealed class ObjectWithoutSetter { public Settable Inner { get; } = new(); }
public class BasePrivateSetter { public int A { get; private set; } protected void Set(int a) => A = a; }
public sealed class InheritedPrivateSetter : BasePrivateSetter
{
    public int B { get; set; }
    public InheritedPrivateSetter WithBase(int a) { Set(a); return this; }
}
public sealed class InElement { public List<PrivateSetter>? Many { get; set; } }
public sealed class InValue { public Dictionary<string, PrivateSetter>? ByName { get; set; } }
public sealed class InNullable { public Structs.PrivateField? Inner { get; set; } }
public sealed class GenericPrivateSetter<T>
{
    public T? A { get; private set; }
    public GenericPrivateSetter<T> With(T a) { A = a; return this; }
}
public sealed record RecordPrivateSetter(int A)
{
    public int B { get; private set; }
    public RecordPrivateSetter With(int b) { B = b; return this; }
}
public sealed class ReadOnlyField { public readonly int A; public ReadOnlyField() { } public ReadOnlyField(int a) => A = a; }
public sealed class Factory { private string? _a; public string? A => _a; public static Factory Create(string a) => new() { _a = a }; }
public sealed class ExplicitPrivateSetter
{
    private int _a;
    public int A { get => _a; private set => _a = value; }
    public ExplicitPrivateSetter With(int a) { A = a; return this; }
}
public class BaseInternal { internal int A { get; set; } }
public sealed class InheritedInternal : BaseInternal { public int B { get; set; } }

public sealed class HiddenGetter { public int A { private get; set; } public int B { get; set; } public int Twice() => 2 * A; }
public sealed class CachedAfterTest
{
    private int? _hash;
    public int A { get; set; }
    public CachedAfterTest Warm() { GetHashCode(); return this; }
    public override bool Equals(object? obj) => obj is CachedAfterTest other && other.A == A;
    public override int GetHashCode() { if (_hash.HasValue) { return _hash.Value; } _hash = A; return A; }
}
public sealed class LoadedOnce
{
    private bool _isLoaded;
    private string? _text;
    public int A { get; set; }
    public LoadedOnce Warm() { if (!_isLoaded) { _text ??= "a"; _isLoaded = true; } return this; }
    public override bool Equals(object? obj) => obj is LoadedOnce other && other.A == A;
    public override int GetHashCode() => A;
}
public sealed class SetByReference
{
    private int _a;
    public int A { get => _a; set => Set(ref _a, value); }
    private static void Set<T>(ref T field, T value) => field = value;
}
public sealed class WithDelegate { public int A { get; set; } internal Action? Changed { get; set; } }
