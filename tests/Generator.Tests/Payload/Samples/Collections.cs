// Collections, as values and as members without a setter.
namespace Samples.Collections;

public static class Restored
{
    public static ReadOnlyMemory<char> Characters() => "ab".AsMemory();
    public static ReadOnlyList ReadOnlyList() => new() { Ids = { 1, 2 } };
    public static ReadOnlyDictionary ReadOnlyDictionary() => new() { Counts = { ["a"] = 1 } };
    public static ReadOnlyExtension ReadOnlyExtension() => new() { A = 1, More = { ["x"] = JsonDocument.Parse("1").RootElement } };
    public static ReadOnlySet ReadOnlySet() => new() { Ids = { 1, 2 } };
    public static ReadOnlySortedSet ReadOnlySortedSet() => new() { Ids = { 2, 1 } };
    public static ReadOnlyInterfaces ReadOnlyInterfaces() => new() { A = { 1 }, B = { 2 }, C = { 3 }, D = { ["d"] = 4 } };
    public static ReadOnlyQueue ReadOnlyQueue() => new ReadOnlyQueue().With(1, 2);
    public static ReadOnlyLinked ReadOnlyLinked() => new ReadOnlyLinked().With(1, 2);
    public static ReadOnlyObservable ReadOnlyObservable() => new() { Ids = { 1 } };
    public static ReadOnlyConcurrent ReadOnlyConcurrent() => new ReadOnlyConcurrent().With("a", 1);
    public static ReadOnlyFieldList ReadOnlyFieldList() => new() { Ids = { 1 } };
    public static PrivateSetList PrivateSetList() => new() { Ids = { 1 } };
    public static InternalSetList InternalSetList() => new() { Ids = { 1 } };
    public static RecordReadOnlyList RecordReadOnlyList() => new(1) { Ids = { 2 }, Counts = { ["a"] = 1 } };
    public static RecordReadOnlyInterface RecordReadOnlyInterface() => new(1) { Ids = { 2 } };
    public static ParameterizedReadOnlyList ParameterizedReadOnlyList() => new(1) { Ids = { 2 } };
    public static NotEmptyAtFirst NotEmptyAtFirst() => new NotEmptyAtFirst().Replace("b");
    public static NotEmptyUnchanged NotEmptyUnchanged() => new();
    public static DictionaryNotEmptyAtFirst DictionaryNotEmptyAtFirst() => new DictionaryNotEmptyAtFirst().Replace("b");
    public static ReadOnlyOfObjects ReadOnlyOfObjects() => new() { Lines = { new() { A = 1 }, new() { A = 2 } } };
    public static ReadOnlyOwnList ReadOnlyOwnList() => new() { Names = { "a" } };
    public static InheritedReadOnlyList InheritedReadOnlyList() => new() { Ids = { 1 }, B = 2 };
    public static GenericReadOnlyList<string> GenericReadOnlyList() => new() { Items = { "a" } };
    public static IncludedInternalList IncludedInternalList() => new() { Ids = { 1 } };
    public static ReadOnlyTree ReadOnlyTree() => new("root") { Children = { new("leaf") } };
    public static Alias Alias() => new() { Items = [1, 2] };
    public static AliasBefore AliasBefore() => new() { Items = [1, 2] };
    public static ReadOnlyEmpty ReadOnlyEmpty() => new();
    public static ReadOnlyNested ReadOnlyNested() => new() { Inner = new() { Ids = { 1 } }, Many = { new() { Ids = { 2 } } } };
    public static RequiredList RequiredList() => new() { Ids = [1] };
    public static ReadOnlyPolymorphic Polymorphic() => new ReadOnlyDerived { Ids = { 1 }, More = { 2 } };
    public static Filled Filled() => new(["a"]);
    public static Own Own() => ["a"];
    public static OwnDictionary OwnDictionary() => new() { ["a"] = 1 };
    public static OwnGeneric<int> OwnGeneric() => [1];
    public static CreatedInConstructor CreatedInConstructor() => new() { Ids = { 1 } };
    public static ProtectedSetList ProtectedSetList() => new() { Ids = { 1 } };
    public static MultiMap MultiMap() => new() { Map = { ["a"] = [1, 2] } };
    public static Populated Populated() => new() { Inner = { A = 1 }, Ids = { 1 } };
    public static PopulatedMember PopulatedMember() => new() { Inner = { A = 1 } };
    public static ReadOnlyTuples ReadOnlyTuples() => new() { Points = { (1, "a") } };
    public static ReadOnlyOwnDictionary ReadOnlyOwnDictionary() => new() { Counts = { ["a"] = 1 } };
    public static ReadOnlyComparer ReadOnlyComparer() => new() { Counts = { ["A"] = 1 } };
    public static OrderedDictionary<string, int> OrderedDictionary() => new() { ["b"] = 1, ["a"] = 2 };
    public static Parsed Parsed() => new() { Ids = { 1 } };
    public static Dictionary<TaskId, int> TaskIdKeys() => new() { [new(new(1, 2, 3, new byte[8]), "q")] = 1 };
    public static Dictionary<ConvertedKey, int> ConvertedKeys() => new() { [new(1)] = 1 };

    public static List<int> List() => [2, 1];
    public static int[] Array() => [2, 1];
    public static int[][] Jagged() => [[1], [2]];
    public static Dictionary<string, int> Dictionary() => new() { ["a"] = 1 };
    public static Dictionary<Guid, string> GuidKeys() => new() { [new(1, 2, 3, new byte[8])] = "a" };
    public static Dictionary<DayOfWeek, int> EnumKeys() => new() { [DayOfWeek.Friday] = 1 };
    public static HashSet<string> HashSet() => ["b", "a"];
    public static SortedSet<int> SortedSet() => [2, 1];
    public static SortedDictionary<string, int> SortedDictionary() => new() { ["b"] = 1, ["a"] = 2 };
    public static SortedList<string, int> SortedList() => new() { ["b"] = 1, ["a"] = 2 };
    public static Queue<int> Queue() => new([1, 2]);
    public static ConcurrentQueue<int> ConcurrentQueue() => new([1, 2]);
    public static LinkedList<int> LinkedList() => new([1, 2]);
    public static ObservableCollection<int> ObservableCollection() => [1, 2];
    public static Collection<int> Collection() => [1, 2];
    public static ConcurrentDictionary<string, int> ConcurrentDictionary() => new() { ["a"] = 1 };
    public static ImmutableArray<int> ImmutableArray() => [1, 2];
    public static ImmutableList<int> ImmutableList() => [1, 2];
    public static ImmutableQueue<int> ImmutableQueue() => [1, 2];
    public static ImmutableHashSet<int> ImmutableHashSet() => [1, 2];
    public static ImmutableSortedSet<int> ImmutableSortedSet() => [1, 2];
    public static ImmutableDictionary<string, int> ImmutableDictionary() =>
        System.Collections.Immutable.ImmutableDictionary<string, int>.Empty.Add("a", 1);
    public static IReadOnlyList<int> IReadOnlyList() => [1, 2];
    public static IReadOnlyDictionary<string, int> IReadOnlyDictionary() => Dictionary();
    public static IEnumerable<int> IEnumerable() => [1, 2];
    public static ISet<int> ISet() => new HashSet<int> { 1 };
    public static KeyValuePair<string, int> Pair() => new("a", 1);
    public static Memory<int> Memory() => new[] { 1, 2 };
    public static Dictionary<string, (int X, string Y)> TupleInDictionary() => new() { ["a"] = (1, "x") };
    public static HashSet<(int, int)[]> TupleInSet() => [[(1, 2)]];
    public static Dictionary<string, (int, int)?> NullableTupleInDictionary() => new() { ["a"] = (1, 2), ["b"] = null };
    public static (int, Queue<(int, int)>) TupleInTuple() => (1, new([(1, 2)]));
    public static TupleMember TupleMember() => new() { Point = (1, "a"), Points = [(1, 2)] };
    public static Dictionary<int, (int, int, int, int, int, int, int, int, string)> LongTuple() =>
        new() { [1] = (1, 2, 3, 4, 5, 6, 7, 8, "i") };
    public static Tuple<int, string> ClassTuple() => System.Tuple.Create(1, "a");
}

public static class Lost
{
    public static Stack<int> Stack() => new([1, 2]);
    public static ConcurrentStack<int> ConcurrentStack() => new([1, 2]);
    public static ImmutableStack<int> ImmutableStack() => System.Collections.Immutable.ImmutableStack<int>.Empty.Push(1).Push(2);
    public static IImmutableStack<int> IImmutableStack() => ImmutableStack();
    public static System.Collections.Stack UntypedStack() => new(new[] { 1, 2 });
    public static KeyValuePair<string, Members.PrivateSetter> Pair() => new("a", Members.Lost.PrivateSetter());
    public static Tuple<int, Members.PrivateSetter> ClassTuple() => System.Tuple.Create(1, Members.Lost.PrivateSetter());
    public static Dictionary<string, Stack<int>> StackInValue() => new() { ["a"] = new([1, 2]) };
    public static ReadOnlyOfLost ReadOnlyOfLost() => new() { Items = { Members.Lost.PrivateSetter() } };
    public static PrivateSetImmutable PrivateSetImmutable() => new PrivateSetImmutable().With(1);
    public static OwnStack OwnStack() => Of(new OwnStack());
    public static StackMember StackMember() => new() { Items = new([1, 2]) };
    public static ReadOnlyStack ReadOnlyStack() => new ReadOnlyStack().With(1, 2);
    public static ConcurrentBag<int> ConcurrentBag() => [1, 2];
    public static ReadOnlyCollection<int> ReadOnlyCollection() => new([1]);
    public static BitArray BitArray() => new([true, false]);
    public static int[,] Rectangular() => new[,] { { 1, 2 } };
    public static Dictionary<(int, int), string> TupleKeys() => new() { [(1, 2)] = "a" };
    public static Dictionary<ConvertedNoKey, int> ConvertedNoKeys() => new() { [new(1)] = 1 };
    public static Dictionary<EnumNoKey, int> EnumNoKeys() => new() { [EnumNoKey.B] = 1 };
    public static ArrayList ArrayList() => [1];
    public static Hashtable Hashtable() => new() { ["a"] = 1 };
    public static object Object() => 1;
    public static Dictionary<string, object> Objects() => new() { ["a"] = 1 };
    public static RecordReadOnlySet RecordReadOnlySet() => new(1) { Ids = { 2 } };
    public static RecordReadOnlyCollection RecordReadOnlyCollection() => new(1) { Ids = { 2 } };
    public static StructReadOnlyList StructReadOnlyList() => new([1]);
    public static HiddenList HiddenList() => new HiddenList().Add(1);
    public static HiddenListBesideMember HiddenListBesideMember() => new HiddenListBesideMember { A = 1 }.Add(1);
    public static Unexposed Unexposed() => new Unexposed { A = 1 }.Add(1);
    public static GetterInCode GetterInCode() => new() { Ids = { 1 } };
    public static ReadOnlyOfInterface ReadOnlyOfInterface() => new() { Items = { 1 } };
    public static ReadOnlyArray ReadOnlyArray() => new ReadOnlyArray().With(1);
    public static ReadOnlyNode ReadOnlyNode() => new() { Items = { 1, 2 } };
    public static ReadOnlyNodeExtension ReadOnlyNodeExtension() => new() { A = 1, More = { ["x"] = 1 } };
    public static OwnWithMember OwnWithMember() => new() { Title = "t", Items = { "a" } };
    public static OwnListWithMember OwnListWithMember() => new OwnListWithMember { "a" }.With("t");
    public static OwnDictionaryWithMember OwnDictionaryWithMember() => new() { ["a"] = 1, Id = 4 };
    public static Lines Lines() => new();
    public static WithoutConstructor WithoutConstructor() => new(2) { "a" };
    public static BlockingCollection<int> BlockingCollection() => new() { 1 };
    public static NameValueCollection NameValueCollection() => new() { ["a"] = "b" };
    public static ReadOnlyWithoutConstructor ReadOnlyWithoutConstructor() => new() { Names = { "a" } };
    private static T Of<T>(T stack) where T : Stack<int> { stack.Push(1); stack.Push(2); return stack; }
}

public sealed class ReadOnlyList { public List<int> Ids { get; } = new(); }
public sealed class ReadOnlyDictionary { public Dictionary<string, int> Counts { get; } = []; }
public sealed class ReadOnlySet { public HashSet<int> Ids { get; } = []; }
public sealed class ReadOnlySortedSet { public SortedSet<int> Ids { get; } = []; }
public sealed class ReadOnlyInterfaces
{
    public IList<int> A { get; } = new List<int>();
    public ICollection<int> B { get; } = new List<int>();
    public ISet<int> C { get; } = new HashSet<int>();
    public IDictionary<string, int> D { get; } = new Dictionary<string, int>();
}
public sealed class ReadOnlyQueue
{
    public Queue<int> Ids { get; } = new();
    public ReadOnlyQueue With(params int[] ids) { foreach (var id in ids) { Ids.Enqueue(id); } return this; }
}
public sealed class ReadOnlyLinked
{
    public LinkedList<int> Ids { get; } = [];
    public ReadOnlyLinked With(params int[] ids) { foreach (var id in ids) { Ids.AddLast(id); } return this; }
}
public sealed class ReadOnlyObservable { public ObservableCollection<int> Ids { get; } = []; }
public sealed class ReadOnlyConcurrent
{
    public ConcurrentDictionary<string, int> Counts { get; } = [];
    public ReadOnlyConcurrent With(string name, int count) { Counts[name] = count; return this; }
}
public sealed class ReadOnlyFieldList { public readonly List<int> Ids = []; }
public sealed class PrivateSetList { public List<int> Ids { get; private set; } = []; }
public sealed class InternalSetList { public IList<int> Ids { get; internal set; } = []; }
public sealed record RecordReadOnlyList(int A) { public List<int> Ids { get; } = []; public Dictionary<string, int> Counts { get; } = []; }
public sealed record RecordReadOnlyInterface(int A) { public IList<int> Ids { get; } = []; }
public sealed class ParameterizedReadOnlyList(int a) { public int A { get; } = a; public List<int> Ids { get; } = []; }
public sealed class NotEmptyAtFirst
{
    public List<string> Roles { get; } = ["user"];
    public NotEmptyAtFirst Replace(string role) { Roles.Clear(); Roles.Add(role); return this; }
}
public sealed class NotEmptyUnchanged { public List<string> Roles { get; } = ["user"]; public HashSet<int> Set { get; } = [1]; }
public sealed class DictionaryNotEmptyAtFirst
{
    public Dictionary<string, int> Counts { get; } = new() { ["a"] = 1 };
    public DictionaryNotEmptyAtFirst Replace(string name) { Counts.Clear(); Counts[name] = 2; return this; }
}
public sealed class Line { public int A { get; set; } }
public sealed class ReadOnlyOfObjects { public List<Line> Lines { get; } = []; }
public sealed class ReadOnlyOwnList { public Own Names { get; } = []; }
public class BaseReadOnlyList { public List<int> Ids { get; } = []; }
public sealed class InheritedReadOnlyList : BaseReadOnlyList { public int B { get; set; } }
public sealed class GenericReadOnlyList<T> { public List<T> Items { get; } = []; }
public sealed class IncludedInternalList { [JsonInclude] internal List<int> Ids { get; } = []; }
public sealed class ReadOnlyTree(string name) { public string Name { get; } = name; public List<ReadOnlyTree> Children { get; } = []; }
public sealed class Alias
{
    public List<int> Items { get; set; } = [];
    public List<int> Same => Items;
    public List<int> Reversed => Enumerable.Reverse(Items).ToList();
}
public sealed class AliasBefore { public List<int> Same => Items; public List<int> Items { get; set; } = []; }
public sealed class ReadOnlyEmpty { public List<int> Ids { get; } = []; public List<int>? None { get; } }
public sealed class ReadOnlyNested { public ReadOnlyList? Inner { get; set; } public List<ReadOnlyList> Many { get; } = []; }
public sealed class RequiredList { public required List<int> Ids { get; init; } }
[JsonDerivedType(typeof(ReadOnlyDerived), "derived")] public class ReadOnlyPolymorphic { public List<int> Ids { get; } = []; }
public sealed class ReadOnlyDerived : ReadOnlyPolymorphic { public List<int> More { get; } = []; }
public sealed class Filled(List<string> names) { public List<string> Names { get; } = names; }
public sealed class Own : List<string>;
public sealed class OwnDictionary : Dictionary<string, int>;
public sealed class OwnGeneric<T> : Collection<T>;
public sealed class Parsed { public List<int> Ids { get; } = []; public int Count => Ids.Count; public bool IsEmpty => Ids.Count == 0; }
public sealed class TupleMember { public (int X, string Y) Point { get; set; } public List<(int, int)>? Points { get; set; } }

public sealed class OwnStack : Stack<int>;
public sealed class StackMember { public Stack<int>? Items { get; set; } }
public sealed class ReadOnlyStack
{
    public Stack<int> Ids { get; } = new();
    public ReadOnlyStack With(params int[] ids) { foreach (var id in ids) { Ids.Push(id); } return this; }
}
public sealed record RecordReadOnlySet(int A) { public HashSet<int> Ids { get; } = []; }
public sealed record RecordReadOnlyCollection(int A) { public ICollection<int> Ids { get; } = new HashSet<int>(); }
public readonly struct StructReadOnlyList(List<int> ids) { public List<int> Ids { get; } = ids; }
public sealed class HiddenList
{
    private readonly List<int> _ids = [];
    public IReadOnlyList<int> Ids => _ids;
    public HiddenList Add(int id) { _ids.Add(id); return this; }
}
public sealed class HiddenListBesideMember
{
    private readonly List<int> _ids = [];
    public int A { get; set; }
    public IReadOnlyCollection<int> Ids => _ids.AsReadOnly();
    public HiddenListBesideMember Add(int id) { _ids.Add(id); return this; }
}
public sealed class Unexposed
{
    private readonly List<int> _ids = [];
    public int A { get; set; }
    public Unexposed Add(int id) { _ids.Add(id); return this; }
    public int Total() => _ids.Sum();
}
public sealed class GetterInCode { private readonly List<int> _ids = []; public List<int> Ids => _ids; }
public sealed class ReadOnlyOfInterface { public List<IComparable> Items { get; } = []; }
public sealed class ReadOnlyArray
{
    public int[] Ids { get; } = new int[1];
    public ReadOnlyArray With(int id) { Ids[0] = id; return this; }
}
public sealed class OwnWithMember : IEnumerable<string>
{
    public string? Title { get; set; }
    public List<string> Items { get; set; } = [];
    public void Add(string item) => Items.Add(item);
    public IEnumerator<string> GetEnumerator() => Items.GetEnumerator();
    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
}
public sealed class OwnListWithMember : List<string>
{
    public string? Title { get; set; }
    public OwnListWithMember With(string title) { Title = title; return this; }
}
public sealed class OwnDictionaryWithMember : Dictionary<string, int> { public int Id { get; set; } }
public sealed class Lines : IEnumerable<int>
{
    public IEnumerator<int> GetEnumerator() => Enumerable.Repeat(1, 1).GetEnumerator();
    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
}
public sealed class WithoutConstructor : List<string> { public WithoutConstructor(int capacity) : base(capacity) { } }
public sealed class ReadOnlyWithoutConstructor { public WithoutConstructor Names { get; } = new(2); }

public sealed class CreatedInConstructor { public CreatedInConstructor() => Ids = new List<int>(); public List<int> Ids { get; } }
public class ProtectedSetList { public List<int> Ids { get; protected set; } = []; }
public sealed class MultiMap { public Dictionary<string, List<int>> Map { get; } = []; }
[JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)]
public sealed class Populated { public Line Inner { get; } = new(); public List<int> Ids { get; } = []; }
public sealed class PopulatedMember
{
    [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)] public Line Inner { get; } = new();
}
public sealed class ReadOnlyTuples { public List<(int X, string Y)> Points { get; } = []; }
public sealed class ReadOnlyOwnDictionary { public OwnDictionary Counts { get; } = []; }
public sealed class ReadOnlyComparer { public Dictionary<string, int> Counts { get; } = new(StringComparer.OrdinalIgnoreCase); }
public sealed class ReadOnlyOfLost { public List<Members.PrivateSetter> Items { get; } = []; }
public sealed class PrivateSetImmutable
{
    public ImmutableList<int> Ids { get; private set; } = [];
    public PrivateSetImmutable With(int id) { Ids = Ids.Add(id); return this; }
}
public sealed class ReadOnlyExtension
{
    public int A { get; set; }
    [JsonExtensionData] public Dictionary<string, JsonElement> More { get; } = [];
}
public sealed class ReadOnlyNode { public System.Text.Json.Nodes.JsonArray Items { get; } = []; }
public sealed class ReadOnlyNodeExtension
{
    public int A { get; set; }
    [JsonExtensionData] public System.Text.Json.Nodes.JsonObject More { get; } = [];
}
