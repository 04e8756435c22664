// Constructors: which one the serializer calls, and which members it restores.
namespace Samples.Constructors;

public static class Restored
{
    public static Positional Positional() => new(1, "b");
    public static PositionalExtra PositionalExtra() => new(1) { B = 2 };
    public static PositionalStruct PositionalStruct() => new(1, "b");
    public static Parameterized Parameterized() => new(1);
    public static Primary Primary() => new(1);
    public static PrimaryPrivate PrimaryPrivate() => new(1, 2);
    public static Optional Optional() => new(1, "x");
    public static Chosen Chosen() => new(1);
    public static ChosenPrivate ChosenPrivate() => Constructors.ChosenPrivate.Of(1);
    public static DerivedFromParameter DerivedFromParameter() => new(1, 2);
    public static BothWays BothWays() => new(1);
    public static BaseParameter BaseParameter() => new(1, 2);
    public static DerivedRecord DerivedRecord() => new(1, 2);
    public static GenericRecord<int> GenericRecord() => new(1, [2]);
    public static Chained Chained() => new(1);
    public static NullableParameter NullableParameter() => new(null, 2);
    public static ParameterAndPrivateSetter ParameterAndPrivateSetter() => new(1);
    public static ParameterToPrivateField ParameterToPrivateField() => new(1);
    public static ParameterToPublicField ParameterToPublicField() => new(1);
    public static Abstract Polymorphic() => new Concrete { A = 1, B = 2 };
    public static ManyParameters ManyParameters() => new(1, 2, 3, 4, 5, 6);
    public static SetsRequired SetsRequired() => new(1);
    public static CopyConstructor CopyConstructor() => new() { A = 1 };
    public static ConvenienceConstructor ConvenienceConstructor() => new("1");
    public static Tree Tree() => new("root", [new("leaf", [])]);
    public static Normalized Normalized() => new(" a ");
}

public static class Lost
{
    public static TwoWays TwoWays() => new(1);
    public static TwoWaysChained TwoWaysChained() => new(1);
    public static TwoWaysField TwoWaysField() => new(1);
    public static TwoWaysPrivateField TwoWaysPrivateField() => new(1);
    public static RecordTwoWays RecordTwoWays() => new(1);
    public static Several Several() => new(1);
    public static Hidden Hidden() => Constructors.Hidden.Of(1);
    public static InternalOnly InternalOnly() => new(1);
    public static OtherName OtherName() => new(1);
    public static OtherType OtherType() => new(1);
    public static CapturedOnly CapturedOnly() => new(1);
    public static PassedByReference PassedByReference() => new(1);
    public static ReturnedByReference ReturnedByReference() => new() { A = 1 };
    public static PartlyCovered PartlyCovered() => new(1, 2);
    public static BaseTwoWays BaseTwoWays() => new(1, 2);
    public static GenericTwoWays<string> GenericTwoWays() => new("a");
    public static Open Open() => new Closed { A = 1 };
    public static IOpen Interface() => new Closed { A = 1 };
    public static RecordExtra RecordExtra() => new(1, 2);
    public static ChosenDropsOne ChosenDropsOne() => new(1, 2);
    public static InitializedThenConstructed InitializedThenConstructed() => new(7);
}

public sealed record Positional(int A, string B);
public sealed record PositionalExtra(int A) { public int B { get; init; } }
public readonly record struct PositionalStruct(int A, string B);
public sealed class Parameterized { public Parameterized(int a) { A = a; } public int A { get; } }
public sealed class Primary(int a) { public int A { get; } = a; }
public sealed class PrimaryPrivate(int a, int b) { private readonly int _b = b; public int A { get; } = a; public int B => _b; }
public sealed class Optional(int a, string? b = null) { public int A { get; } = a; public string? B { get; } = b; }
public sealed class Chosen { public Chosen() { } [JsonConstructor] public Chosen(int a) => A = a; public int A { get; } }
public sealed class ChosenPrivate
{
    [JsonConstructor] private ChosenPrivate(int a) => A = a;
    public int A { get; }
    public static ChosenPrivate Of(int a) => new(a);
}
public sealed class DerivedFromParameter
{
    private readonly int _double;
    public DerivedFromParameter(int a, int b) { A = a; B = b; Sum = a + b; _double = 2 * a; }
    public int A { get; }
    public int B { get; }
    public int Sum { get; }
    public int Double => _double;
}
public sealed class BothWays { public BothWays() { } public BothWays(int a) => A = a; public int A { get; set; } }
public class BaseOfParameter(int a) { public int A { get; } = a; }
public sealed class BaseParameter(int a, int b) : BaseOfParameter(a) { public int B { get; } = b; }
public record BaseRecord(int A);
public sealed record DerivedRecord(int A, int B) : BaseRecord(A);
public sealed record GenericRecord<T>(T A, List<T> Items);
public sealed class Chained
{
    [JsonConstructor] public Chained(int a) : this(a, a) { }
    private Chained(int a, int b) { A = a; B = b; }
    public int A { get; }
    public int B { get; }
}
public sealed class NullableParameter(int? a, int? b) { public int? A { get; } = a; public int? B { get; } = b; }
public sealed class ParameterAndPrivateSetter
{
    public ParameterAndPrivateSetter(int a) => A = a;
    public int A { get; private set; }
    public void Add() => A++;
}
public sealed class ParameterToPrivateField
{
    private readonly int _a;
    public ParameterToPrivateField(int a) => _a = a;
    public int A => _a;
}
public sealed class ParameterToPublicField { public ParameterToPublicField(int a) => A = a; public readonly int A; }
[JsonDerivedType(typeof(Concrete), "concrete")] public abstract class Abstract { public int A { get; set; } }
public sealed class Concrete : Abstract { public int B { get; set; } }
public sealed record ManyParameters(int A, int B, int C, int D, int E, int F);
public sealed class SetsRequired
{
    [SetsRequiredMembers, JsonConstructor] public SetsRequired(int a) => A = a;
    public required int A { get; init; }
}
public sealed class CopyConstructor
{
    public CopyConstructor() { }
    public CopyConstructor(CopyConstructor other) => A = other.A;
    public int A { get; set; }
}
public sealed class ConvenienceConstructor
{
    public ConvenienceConstructor() { }
    public ConvenienceConstructor(string text) => A = int.Parse(text);
    public int A { get; set; }
}
public sealed record Tree(string Name, List<Tree> Children);
public sealed class Normalized { public Normalized(string name) => Name = name.Trim(); public string Name { get; } }

public sealed class TwoWays { public TwoWays() { } public TwoWays(int id) => Id = id; public int Id { get; } }
public sealed class TwoWaysChained
{
    public TwoWaysChained() { }
    public TwoWaysChained(int id) : this() { Id = id; }
    public int Id { get; }
    public int B { get; set; }
}
public sealed class TwoWaysField
{
    public TwoWaysField() { }
    public TwoWaysField(int id) => Id = id;
    public readonly int Id;
    public int B { get; set; }
}
public sealed class TwoWaysPrivateField
{
    private readonly int _id;
    public TwoWaysPrivateField() { }
    public TwoWaysPrivateField(int id) => _id = id;
    public int Id => _id;
}
public sealed record RecordTwoWays { public RecordTwoWays() { } public RecordTwoWays(int id) => Id = id; public int Id { get; } }
public sealed class Several { public Several(int a) => A = a; public Several(string b) => A = b.Length; public int A { get; } }
public sealed class Hidden { private Hidden(int a) => A = a; public int A { get; } public static Hidden Of(int a) => new(a); }
public sealed class InternalOnly { internal InternalOnly(int a) => A = a; public int A { get; } }
public sealed class OtherName(int number) { public int A { get; } = number; }
public sealed class OtherType(long a) { public int A { get; } = (int)a; }
public sealed class PassedByReference { public PassedByReference(in int a) => A = a; public int A { get; } }
public sealed class ReturnedByReference
{
    private int _a;
    public int A { get => _a; set => _a = value; }
    public ref readonly int View => ref _a;
}
public sealed class CapturedOnly(int a) { public int Twice => 2 * a; }
public sealed class PartlyCovered
{
    public PartlyCovered() { }
    public PartlyCovered(int a, int b) { A = a; B = b; }
    public int A { get; set; }
    public int B { get; }
}
public class BaseOfTwoWays { public BaseOfTwoWays() { } public BaseOfTwoWays(int a) => A = a; public int A { get; } }
public sealed class BaseTwoWays : BaseOfTwoWays
{
    public BaseTwoWays() { }
    public BaseTwoWays(int a, int b) : base(a) => B = b;
    public int B { get; set; }
}
public sealed class GenericTwoWays<T>
{
    public GenericTwoWays() { }
    public GenericTwoWays(T value) => Value = value;
    public T? Value { get; }
}
public abstract class Open { public int A { get; set; } }
public interface IOpen { int A { get; } }
public sealed class Closed : Open, IOpen;
public sealed record RecordExtra(int A) { public RecordExtra(int a, int b) : this(a) => B = b; public int B { get; } }
public sealed class ChosenDropsOne
{
    public ChosenDropsOne(int a, int b) { A = a; B = b; }
    [JsonConstructor] public ChosenDropsOne(int a) => A = a;
    public int A { get; }
    public int B { get; }
}
public sealed class InitializedThenConstructed
{
    public InitializedThenConstructed() { }
    public InitializedThenConstructed(int a) => A = a;
    public int A { get; } = 3;
}
