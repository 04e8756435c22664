using System.Text.Json;
using System.Text.Json.Serialization;
using Generator.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TaskGen.Generator.ContractFile;
using TaskGen.Generator.Parsing;
using TaskGen.Generator.Symbols;

// Only the serializer and the reader of shapes use the fields, so no code assigns them.
#pragma warning disable CS0649

namespace Generator.Tests.ContractFiles;

/// <summary>Shapes of types, and that their members are those of the serializer, asked for the same types.</summary>
public sealed class ShapeReaderTests
{
    private static readonly JsonSerializerOptions Options = TaskGen.Serialization.TaskJson.Create(new TaskGen.TaskJsonOptions(), []);

    private static readonly CSharpCompilation Compilation = GeneratorHarness.Compile("")
        .AddReferences(MetadataReference.CreateFromFile(typeof(ShapeReaderTests).Assembly.Location));

    [Theory]
    [InlineData(typeof(Plain))]
    [InlineData(typeof(Positional))]
    [InlineData(typeof(Derived))]
    [InlineData(typeof(WithRequired))]
    [InlineData(typeof(SetsRequired))]
    [InlineData(typeof(Hidden))]
    [InlineData(typeof(Struct))]
    [InlineData(typeof(RecordStruct))]
    [InlineData(typeof(ChosenStruct))]
    [InlineData(typeof(Chosen))]
    [InlineData(typeof(Node))]
    [InlineData(typeof(KeyValuePair<string, int>))]
    public void Members_are_those_of_the_serializer(Type type)
    {
        var shape = ShapeReader.Read(Symbol(type));
        Assert.Equal(ContractShapeKind.Object, shape.Kind);
        var expected = type == typeof(KeyValuePair<string, int>)
            ? [("Key", false), ("Value", false)]
            : Options.GetTypeInfo(type).Properties
                .Where(static property => property.Get is not null
                    && (property.Set is not null || property.AssociatedParameter is not null)
                    && !property.IsExtensionData)
                .Select(static property => (
                    property.Name,
                    IsOptional: !property.IsRequired && property.AssociatedParameter is null or { HasDefaultValue: true }));
        Assert.Equal(expected.Order(), shape.Members.Select(static member => (member.Name, member.IsOptional)).Order());
    }

    [Theory]
    [InlineData("public int? A(Id id) => 1;", "A(id: {Value: guid}) -> int?")]
    [InlineData("public (int, string?) A((int X, Uri? Y) pair) => default;", "A(pair: (int, uri?)) -> (int, string?)")]
    [InlineData(
        "public List<string?> A(IReadOnlyCollection<DateTimeOffset> times, byte[] data) => [];",
        "A(times: [datetimeoffset], data: bytes) -> [string?]")]
    [InlineData(
        "public void A(Dictionary<string, int[]> map, IReadOnlyDictionary<Guid, Id>? ids = null) { }",
        "A(map: {[string]: [int]}, ids?: {[guid]: {Value: guid}}?)")]
    [InlineData(
        "public void A(Color color, Named named, Color? none) { }",
        "A(color: enum byte {Red = 1, Blue = 2}, named: enum ushort {A = 0, B = 7}, none: enum byte {Red = 1, Blue = 2}?)")]
    [InlineData(
        "public void A(Colors colors) { }",
        "A(colors: {Number: enum byte {Red = 1, Blue = 2}, ByName: enum string {A, bee}, Member?: enum string {Red, Blue}?, "
            + "Money?: json<Money>})")]
    [InlineData(
        "public void A(Node node, ImmutableQueue<Node> nodes) { }",
        "A(node: {Name: string, Children: [^1], Parent?: ^1?}, nodes: [{Name: string, Children: [^1], Parent?: ^1?}])")]
    [InlineData("public void A(Left left) { }", "A(left: {Right: {Left: ^2?, Inner: {Right: ^2?}}})")]
    [InlineData(
        "public void A(Page<Id> ids, Page<string?> texts) { }",
        "A(ids: {Items: [{Value: guid}], First: {Value: guid}}, texts: {Items: [string?], First: string?})")]
    [InlineData(
        "public void A(System.Text.Json.JsonElement a, System.Text.Json.Nodes.JsonObject? b, Shape c, IId d) { }",
        "A(a: json, b: json, c: json<Shape>, d: json<IId>)")]
    [InlineData(
        "public TaskId A(TaskFailure failure, TaskContext context, Holder holder, CancellationToken token) => default;",
        "A(failure: failure, holder: {Task: taskid, Pair: {Item1?: int, Item2?: int}, Version?: version?}) -> taskid")]
    [InlineData("public void A(string text = null!, params int[] numbers) { }", "A(text?: string?, numbers: [int])")]
    [InlineData("public void A(Outer.Inner inner) { }", "A(inner: json<Outer.Inner>)")]
    public void A_method_has_the_contract(string method, string expected)
    {
        var compilation = GeneratorHarness.Compile(
            $$"""
            using System.Collections.Immutable; using System.Text.Json.Serialization;
            public sealed class Jobs { [Task(Name = "A")] {{method}} }
            public sealed record Id(Guid Value);
            public interface IId;
            public enum Color : byte { Red = 1, Blue }
            public enum Named : ushort { A, [JsonStringEnumMemberName("bee")] B = 7 }
            [JsonConverter(typeof(JsonStringEnumConverter<Text>))] public enum Text { A, [JsonStringEnumMemberName("bee")] B }
            public sealed record Colors(Color Number, Text ByName)
            {
                [JsonConverter(typeof(JsonStringEnumConverter))] public Color? Member { get; set; }
                public Money Money { get; set; } = null!;
            }
            [JsonConverter(typeof(JsonConverter<Money>))] public sealed class Money;
            public sealed record Node(string Name, ImmutableList<Node> Children, Node? Parent = null);
            public sealed record Left(Right Right);
            public sealed record Right(Left? Left, Inner Inner);
            public sealed record Inner(Right? Right);
            public sealed record Page<T>(IReadOnlyList<T> Items, T First);
            [JsonDerivedType(typeof(Circle), "circle")] public class Shape; public sealed class Circle : Shape;
            public sealed record Holder(TaskId Task, (int A, int) Pair) { public Version? Version { get; set; } }
            public static class Outer { public sealed class Inner { public Inner(int a) { } public Inner(string b) { } } }
            """);
        var symbol = compilation.GetTypeByMetadataName("Jobs")!.GetMembers("A").OfType<IMethodSymbol>().Single();
        var task = new TaskMethod(symbol, symbol.GetAttributes()[0], compilation);
        Assert.Equal(expected, ContractWriter.Write(TaskContractParser.Parse(task, TaskMethodParser.Parse(task)!)));
    }

    private static INamedTypeSymbol Symbol(Type type) => type.IsGenericType
        ? Compilation.GetTypeByMetadataName(type.GetGenericTypeDefinition().FullName!)!
            .Construct(Compilation.GetSpecialType(SpecialType.System_String), Compilation.GetSpecialType(SpecialType.System_Int32))
        : Compilation.GetTypeByMetadataName(type.FullName!)!;

    internal class Plain
    {
        public int Id { get; set; }

        public string? Name { get; init; }

        [JsonPropertyName("renamed")]
        public int Other { get; set; }

        public int Field;

        public readonly int ReadOnlyField = 1;

        public const int Constant = 1;

        public static int Shared { get; set; }

        public int Computed => Id;

        public int SetOnly { set => Id = value; }

        public int PrivatelySet { get; private set; }

        [JsonInclude]
        public int Included { get; private set; }

        [JsonIgnore]
        public int Ignored { get; set; }

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? SometimesIgnored { get; set; }

        [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
        public int NeverIgnored { get; set; }

        [JsonExtensionData]
        public Dictionary<string, JsonElement>? Rest { get; set; }

        public virtual int Virtual { get; set; }

        internal int Internal { get; set; }

        public int this[int index] => index;
    }

    internal sealed class Derived : Plain
    {
        public override int Virtual { get; set; }

        public int Added { get; set; }
    }

    internal class Base
    {
        public string Name { get; set; } = "";
    }

    internal sealed class Hidden : Base
    {
        [JsonPropertyName("name")]
        public new int Name { get; set; }
    }

    internal sealed record Positional(int Id, [property: JsonPropertyName("note")] string? Text, int Copies = 1)
    {
        public int Extra { get; set; }
    }

    internal sealed class WithRequired
    {
        public required int Id { get; init; }

        [JsonRequired]
        public int Number { get; set; }

        public required string Field;
    }

    [method: System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
    internal sealed class SetsRequired()
    {
        public required int Id { get; init; } = 1;
    }

    internal struct Struct
    {
        public int Id { get; set; }

        public int Field;
    }

    internal readonly record struct RecordStruct(int Id, string Name);

    internal readonly struct ChosenStruct
    {
        [JsonConstructor]
        public ChosenStruct(int id, int other = 2) => (Id, Other) = (id, other);

        public int Id { get; }

        public int Other { get; }

        public int Missing { get; }
    }

    internal sealed class Chosen
    {
        public Chosen()
        {
        }

        [JsonConstructor]
        public Chosen(int id) => Id = id;

        public int Id { get; }

        public int Name { get; set; }
    }

    internal sealed record Node(string Name, Node? Parent, IReadOnlyList<Node> Children);
}
