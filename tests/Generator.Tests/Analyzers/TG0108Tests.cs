using Generator.Tests.Support;

namespace Generator.Tests.Analyzers;

/// <summary>Values of which a part is lost on their way.</summary>
public sealed class TG0108Tests
{
    [Fact]
    public async Task Flags_members_that_the_serializer_does_not_set()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            """
            public sealed class Private { public int A { get; private set; } }
            public sealed class TwoWays { public TwoWays() { } public TwoWays(int id) => Id = id; public int Id { get; } }
            public sealed class Fresh { public Guid Id { get; } = Guid.NewGuid(); }
            public sealed class Hidden { private int _count; public int Count => _count; public void Add() => _count++; }
            public sealed class Internal { internal int A { get; set; } }
            public sealed class Inner { public Private Value { get; set; } = new(); }
            public readonly struct Digits { private readonly int _v; public Digits(int v) => _v = v; public int Get() => _v; }
            public sealed class Created { public Inner Inner { get; } = new(); }
            public sealed class Fixed { public readonly int A; public Fixed() { } public Fixed(int a) => A = a; }
            public sealed class Jobs
            {
                [Task] public Task<Hidden> [|TG0108:A|](
                    Private [|TG0108:a|], TwoWays [|TG0108:b|], Fresh [|TG0108:c|], Internal [|TG0108:d|],
                    List<Inner> [|TG0108:e|], Digits [|TG0108:f|], Created [|TG0108:g|], Fixed [|TG0108:h|],
                    ITaskProgress<Private> [|TG0108:i|]) => null!;
            }
            """);
        Assert.Equal(
            "The result of task 'Jobs.A' may lose a part of its value when it is deserialized because 'result.Count' (type 'int') "
                + "is computed from the private field '_count', which is not serialized. Mark the field with [JsonInclude], or add a "
                + "property with an init accessor or a constructor parameter for its value.",
            messages[0]);
        Assert.EndsWith(
            "because 'a.A' (type 'int') has a setter that the serializer does not call. Make the setter public, mark the property with "
                + "[JsonInclude], or add a constructor parameter with its name.",
            messages[1],
            StringComparison.Ordinal);
        Assert.EndsWith(
            "'b.Id' (type 'int') has no setter, and the constructor that the serializer calls does not set it. Add an init accessor, or "
                + "mark a constructor that sets it with [JsonConstructor].",
            messages[2],
            StringComparison.Ordinal);
        Assert.Contains(
            "'c.Id' (type 'System.Guid') has no setter and is different in each new object", messages[3], StringComparison.Ordinal);
        Assert.Contains("'d.A' (type 'int') is not public", messages[4], StringComparison.Ordinal);
        Assert.Contains("'e[].Value.A' (type 'int') has a setter", messages[5], StringComparison.Ordinal);
        Assert.Contains("'f._v' (type 'int') is a private read-only field", messages[6], StringComparison.Ordinal);
        Assert.Contains("'g.Inner' (type 'Inner') has no setter, so its content is not read", messages[7], StringComparison.Ordinal);
        Assert.Contains("'h.A' (type 'int') is a read-only field", messages[8], StringComparison.Ordinal);
        Assert.StartsWith("The detail of progress parameter 'i'", messages[9], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Does_not_ask_to_change_a_type_that_nobody_can_change()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            """
            public sealed record Holder(System.Drawing.Color Color);
            public sealed class Jobs
            {
                [Task] public void A(
                    System.Drawing.Color [|TG0108:a|], Holder? [|TG0108:b|], System.Xml.XmlQualifiedName [|TG0108:c|],
                    System.Net.Mail.MailAddress [|TG0102:d|]) { }
            }
            """);
        Assert.EndsWith(
            "because 'a' (type 'System.Drawing.Color') has no member that the serializer can set. Use its string representation or its "
                + "parts, or use a type with [JsonConverter].",
            messages[0],
            StringComparison.Ordinal);
        Assert.Contains("'b.Color'", messages[1], StringComparison.Ordinal);
        Assert.All(messages, static message => Assert.DoesNotContain("constructor with", message, StringComparison.Ordinal));
        Assert.EndsWith("or use a type with [JsonConverter].", messages[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Flags_collections_that_come_back_differently()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            """
            using System.Collections.Immutable;
            public sealed class Page : List<string> { public string? Title { get; set; } }
            public sealed record Tagged(int A) { public HashSet<int> Tags { get; } = []; }
            public sealed class Jobs
            {
                [Task] public void A(
                    Stack<int> [|TG0108:a|], ImmutableStack<int> [|TG0108:b|], Page [|TG0108:c|], Tagged [|TG0108:d|]) { }
            }
            """);
        Assert.EndsWith(
            "because 'a' (type 'System.Collections.Generic.Stack<int>') is a stack, whose elements are in the reverse order after "
                + "deserialization. Use a list, an array, or a queue instead.",
            messages[0],
            StringComparison.Ordinal);
        Assert.Contains("'c.Title' (type 'string') is a member of a collection", messages[2], StringComparison.Ordinal);
        Assert.Contains("'d.Tags'", messages[3], StringComparison.Ordinal);
    }

    [Fact]
    public Task Leaves_what_is_restored() => AnalyzerVerifier.VerifyAsync(
        """
        using System.Text.Json.Serialization;
        public sealed class Filled { public List<int> Ids { get; } = []; public Dictionary<string, int> Counts { get; } = new(); }
        public sealed record Positional(int A) { public List<int> Ids { get; } = []; public int Twice => 2 * A; }
        public sealed class Included
        {
            [JsonInclude] private int _b;
            [JsonInclude] public int A { get; private set; }
            public void Set() => _b++;
        }
        public sealed class Covered(int a)
        {
            private readonly int _a = a;
            public int A { get; private set; } = a;
            public int Sum => _a + A;
        }
        public readonly struct Marked { private readonly int _a; [JsonConstructor] public Marked(int a) => _a = a; public int A => _a; }
        public sealed class Full { private int _a; public int A { get => _a; set { if (value != _a) { _a = value; } } } }
        public class Base { public int A { get; init; } public virtual string Kind { get; } = "base"; }
        public sealed class Derived : Base { public override string Kind { get; } = "derived"; }
        public sealed class Box<T> { public T? Value { get; set; } }
        public struct Plain { public int A; public readonly bool IsEmpty => A == 0; }
        public sealed class Jobs
        {
            [Task] public Task<Filled> A(
                Filled a, Positional b, Included c, Covered d, Marked e, Full f, Derived g, Box<Plain?> h, (Marked, Plain) i,
                ITaskProgress<Filled> j) => null!;
        }
        """);

    [Fact]
    public Task Leaves_what_the_user_has_decided() => AnalyzerVerifier.VerifyAsync(
        """
        using System.Text.Json;
        using System.Text.Json.Serialization;
        public sealed class Ignored
        {
            [JsonIgnore] private int _b;
            [JsonIgnore] public int A { get; private set; }
            public void Set() => _b = A;
        }
        [JsonConverter(typeof(OwnConverter))] public sealed class Own { public int A { get; private set; } }
        public sealed class OwnConverter : JsonConverter<Own>
        {
            public override Own? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => null;
            public override void Write(Utf8JsonWriter writer, Own value, JsonSerializerOptions options) { }
        }
        public sealed class Plain { public int A { get; private set; } }
        public sealed class PlainConverter : JsonConverter<Plain>
        {
            public override Plain? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => null;
            public override void Write(Utf8JsonWriter writer, Plain value, JsonSerializerOptions options) { }
        }
        public sealed class Holder
        {
            [JsonConverter(typeof(PlainConverter))] public Plain? Value { get; set; }
            public Plain View => Value!;
        }
        public sealed class Jobs { [Task] public void A(Ignored a, Own b, Holder c, [FromServices] Plain d, CancellationToken e) { } }
        """);

    [Fact]
    public Task Leaves_state_that_is_no_data() => AnalyzerVerifier.VerifyAsync(
        """
        public sealed class Lazily
        {
            private static int s_count;
            private readonly object _gate = new();
            private readonly Dictionary<int, string> _texts = [];
            private string? _text;
            public int A { get; set; }
            public event EventHandler? Changed;
            public string Text => _text ??= $"{A}";
            public string Of(int number)
            {
                lock (_gate)
                {
                    s_count++;
                    Changed?.Invoke(this, EventArgs.Empty);
                    return _texts[number] = $"{s_count}";
                }
            }
        }
        public sealed class Kinds { public string Kind { get; } = "order"; public int Version { get; } = 2; public int A { get; set; } }
        public sealed class Empty;
        public sealed class Jobs { [Task] public void A(Lazily a, Kinds b, Empty c) { } }
        """);

    [Fact]
    public Task Says_nothing_without_the_library() => AnalyzerVerifier.VerifyWithoutLibraryAsync(
        "public sealed class D { public int A { get; private set; } } public sealed class C { [Task] public void A(D a) { } }");
}
