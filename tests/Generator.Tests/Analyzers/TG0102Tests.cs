using Generator.Tests.Support;

namespace Generator.Tests.Analyzers;

/// <summary>Types that can be written but not read.</summary>
public sealed class TG0102Tests
{
    [Fact]
    public async Task Flags_open_types()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            """
            public interface IShape { int Area { get; } }
            public abstract class Shape { public int Area { get; set; } }
            public sealed record Drawing(string Name, List<IShape> Shapes);
            public sealed class Jobs
            {
                [Task] public void A(
                    IShape [|TG0102:a|], Shape [|TG0102:b|], Drawing [|TG0102:c|], IReadOnlyList<Shape> [|TG0102:d|],
                    IComparable [|TG0102:e|], Enum [|TG0102:f|]) { }
                [Task] public Task<IShape> [|TG0102:B|]() => null!;
            }
            """);
        Assert.Equal(
            "Parameter 'a' of task 'Jobs.A' cannot be deserialized at run time because 'a' is of type 'IShape', an interface "
                + "that does not specify the class to create. Use a class or record, or list the derived types with [JsonDerivedType].",
            messages[0]);
        Assert.Contains("'b' is of type 'Shape', an abstract class", messages[1], StringComparison.Ordinal);
        Assert.Contains("'c.Shapes[]' is of type 'IShape'", messages[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Flags_an_interface_of_methods_as_a_service()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            """
            public interface IMailer { Task SendAsync(string to); }
            public sealed class Jobs { [Task] public void A(IMailer [|TG0102:mailer|], List<IMailer> [|TG0102:many|]) { } }
            """);
        Assert.EndsWith(
            "which appears to be a service. Mark the parameter with [FromServices], or inject the service into the constructor.",
            messages[0],
            StringComparison.Ordinal);
        Assert.Contains("an interface that does not specify", messages[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Flags_classes_that_the_serializer_cannot_create()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            """
            using System.Text.Json.Serialization;
            public sealed class Hidden { private Hidden() { } public static Hidden Create() => new(); public int A { get; set; } }
            public sealed class Several { public Several(int a) => A = a; public Several(int a, int b) => A = a + b; public int A { get; } }
            public sealed class Named(int number) { public int A { get; } = number; }
            public sealed class Wider(long a) { public int A { get; } = (int)a; }
            public sealed class Ignored(int a, int b) { public int A { get; } = a; [JsonIgnore] public int B { get; } = b; }
            public readonly struct Money(decimal amount, string currency)
            {
                public decimal Amount { get; } = amount;
                public string Currency { get; } = currency;
            }
            public sealed class Jobs
            {
                [Task] public void A(
                    Hidden [|TG0102:a|], Several [|TG0102:b|], Named [|TG0102:c|], Wider [|TG0102:d|], Ignored [|TG0102:e|],
                    Money [|TG0102:f|], Money? [|TG0102:g|]) { }
                [Task] public void B(System.Net.Mail.MailAddress [|TG0102:a|], List<System.Net.Mail.MailAddress> [|TG0102:b|]) { }
            }
            """);
        Assert.Contains("for which the serializer cannot choose a constructor", messages[0], StringComparison.Ordinal);
        Assert.Contains(
            "whose constructor parameter 'number' does not match the name and type of a serialized property",
            messages[2],
            StringComparison.Ordinal);
        Assert.Contains("parameter 'b' does not match", messages[4], StringComparison.Ordinal);
        Assert.Contains("keeps its default values", messages[5], StringComparison.Ordinal);
    }

    [Fact]
    public Task Flags_collections_that_cannot_be_filled() => AnalyzerVerifier.VerifyAsync(
        """
        using System.Collections.Concurrent;
        using System.Collections.Frozen;
        using System.Collections.ObjectModel;
        public sealed class Row(int[] cells) : List<int>(cells);
        public sealed class Lines : IEnumerable<int>
        {
            public IEnumerator<int> GetEnumerator() => null!;
            System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => null!;
        }
        public sealed class Holder { public ILookup<int, string>? Lookup { get; set; } }
        public sealed class Jobs
        {
            [Task] public void A(
                IReadOnlySet<int> [|TG0102:a|], FrozenSet<int> [|TG0102:b|], ReadOnlyCollection<int> [|TG0102:c|],
                ReadOnlyDictionary<string, int> [|TG0102:d|], ConcurrentBag<int> [|TG0102:e|]) { }
            [Task] public void B(
                Row [|TG0102:a|], Lines [|TG0102:b|], Holder [|TG0102:c|], IOrderedEnumerable<int> [|TG0102:d|],
                System.Collections.BitArray [|TG0102:e|]) { }
        }
        """);

    [Fact]
    public Task Leaves_what_can_be_read() => AnalyzerVerifier.VerifyAsync(
        """
        using System.Collections.Concurrent;
        using System.Collections.Immutable;
        using System.Collections.ObjectModel;
        using System.Text.Json.Serialization;
        [JsonDerivedType(typeof(Circle), "circle")] public interface IShape { int Area { get; } }
        public sealed class Circle : IShape { public int Area { get; set; } }
        [JsonPolymorphic, JsonDerivedType(typeof(Cat), "cat")] public abstract record Animal(string Name);
        public sealed record Cat(string Name) : Animal(Name);
        [JsonConverter(typeof(TokenConverter))] public abstract class Token;
        public sealed class TokenConverter : JsonConverter<Token>
        {
            public override Token? Read(
                ref System.Text.Json.Utf8JsonReader reader, Type type, System.Text.Json.JsonSerializerOptions options) => null;
            public override void Write(
                System.Text.Json.Utf8JsonWriter writer, Token value, System.Text.Json.JsonSerializerOptions options) { }
        }
        public sealed class Chosen { public Chosen() { } [JsonConstructor] private Chosen(int a) => A = a; public int A { get; } }
        public sealed class One(int A, string? name = null) { public int a { get; } = A; public string? Name { get; } = name; }
        public sealed record Two(int A) { public Two() : this(1) { } }
        public readonly record struct Money(decimal Amount, string Currency);
        public readonly struct Marked { [JsonConstructor] public Marked(int a) => A = a; public int A { get; } }
        public struct Plain { public int A { get; set; } public readonly int Twice => 2 * A; }
        public sealed class View
        {
            public int A { get; set; }
            public IShape First => new Circle();
            public IComparable Key => A;
            public IReadOnlySet<int> Set => ImmutableHashSet<int>.Empty;
        }
        public sealed class Own<T> : Collection<T>;
        public sealed class Names : Dictionary<string, int>;
        public sealed class Holder
        {
            [JsonIgnore] public IComparable? Key { get; set; }
            internal Holder() { }
            [JsonConstructor] public Holder(int a) => A = a;
            public int A { get; }
        }
        public sealed class Jobs
        {
            [Task] public Task<Animal> A(
                IShape a, Animal b, Token c, Chosen d, One e, Two f, Money g, Marked h, Plain i, View j, Own<int> k, Names l, Holder m) =>
                null!;
            [Task] public void B(
                IEnumerable<int> a, ISet<int> b, IDictionary<string, int> c, IReadOnlyDictionary<string, int> d, ICollection<int> e,
                SortedSet<int> f, LinkedList<int> g) { }
            [Task] public void C(
                ImmutableArray<int> a, IImmutableList<int> b, ImmutableDictionary<string, int> c, Stack<int> [|TG0108:d|],
                ConcurrentQueue<int> e,
                ConcurrentDictionary<string, int> f, ObservableCollection<int> g) { }
            [Task] public void D(
                System.Text.Json.Nodes.JsonNode a, System.Text.Json.Nodes.JsonObject b, System.Text.Json.JsonDocument c,
                [FromServices] IShape d, Half e) { }
        }
        """);

    [Fact]
    public Task Says_nothing_without_the_library() => AnalyzerVerifier.VerifyWithoutLibraryAsync(
        "public sealed class C { [Task] public void A(System.IComparable a) { } }");
}
