using Generator.Tests.Support;

namespace Generator.Tests.Analyzers;

/// <summary>Types without a JSON description where reflection is off.</summary>
public sealed class TG0106Tests
{
    private const string Jobs =
        """
        public sealed record Order(int Id);
        public sealed class Jobs { [Task] public void A(Order [|TG0106:order|]) { } }
        """;

    private static readonly AnalyzerSetup Aot = AnalyzerSetup.WithProperties(("PublishAot", "true"));

    [Fact]
    public async Task Flags_what_no_context_describes_and_names_the_context()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            Aot,
            """
            using System.Text.Json;
            using System.Text.Json.Serialization;
            namespace Shop;
            [JsonSerializable(typeof(Other))] internal partial class ShopJson : JsonSerializerContext;
            public sealed record Other(int Id);
            public sealed record Order(int Id);
            public sealed class Jobs
            {
                [Task] public void A(
                    Order [|TG0106:a|], List<Order?> [|TG0106:b|], (int, Order[]) [|TG0106:c|], Dictionary<string, int> [|TG0106:d|],
                    JsonElement? [|TG0106:e|], ITaskProgress<Order> [|TG0106:f|]) { }
                [Task] public Task<IReadOnlyList<Order>> [|TG0106:B|]() => null!;
            }
            """);
        Assert.Equal(
            "Parameter 'a' of task 'Shop.Jobs.A' cannot be serialized at run time because reflection is disabled and no "
                + "JsonSerializerContext includes 'Shop.Order'. Add [JsonSerializable(typeof(Shop.Order))] to 'Shop.ShopJson'.",
            messages[0]);
        Assert.Contains("typeof(System.Collections.Generic.Dictionary<string, int>)", messages[3], StringComparison.Ordinal);
        Assert.StartsWith("The result of task", messages[6], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PublishAot", "true")]
    [InlineData("PublishTrimmed", "True")]
    [InlineData("IsAotCompatible", "TRUE")]
    [InlineData("IsTrimmable", "true")]
    [InlineData("JsonSerializerIsReflectionEnabledByDefault", "False")]
    public async Task Flags_it_with_any_property_that_takes_reflection_away(string property, string value)
    {
        var messages = await AnalyzerVerifier.VerifyAsync(AnalyzerSetup.WithProperties((property, value)), Jobs);
        Assert.EndsWith(
            "to a new JsonSerializerContext, and register that class with [assembly: TaskJsonContext<...>].",
            Assert.Single(messages),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("PublishAot", "false")]
    [InlineData("PublishAot", "")]
    [InlineData("PublishTrimmed", "false")]
    [InlineData("JsonSerializerIsReflectionEnabledByDefault", "true")]
    public Task Leaves_it_where_there_is_reflection(string property, string value) =>
        AnalyzerVerifier.VerifyAsync(AnalyzerSetup.WithProperties((property, value)), MarkedSource.Read(Jobs).Source);

    [Fact]
    public Task Leaves_it_where_reflection_is_asked_for() => AnalyzerVerifier.VerifyAsync(
        AnalyzerSetup.WithProperties(("PublishTrimmed", "true"), ("JsonSerializerIsReflectionEnabledByDefault", "true")),
        MarkedSource.Read(Jobs).Source);

    [Fact]
    public Task Leaves_what_is_described_or_needs_no_description() => AnalyzerVerifier.VerifyAsync(
        Aot,
        """
        using System.Text.Json.Serialization;
        [JsonSerializable(typeof(Order)), JsonSerializable(typeof(Dictionary<string, int>))]
        internal partial class OneJson : JsonSerializerContext;
        [JsonSerializable(typeof(Page<Customer>[]))] internal partial class TwoJson : JsonSerializerContext;
        public sealed record Order(int Id, Address Address, List<Line> Lines) { public Dictionary<string, Price>? Prices; }
        public sealed record Address(string Street);
        public sealed record Line(int Number);
        public sealed record Price(decimal Amount);
        public sealed record Page<T>(IReadOnlyList<T> Items, Shape Shape);
        public sealed record Customer(string Name);
        [JsonDerivedType(typeof(Circle), "circle")] public abstract record Shape;
        public sealed record Circle(int Radius) : Shape;
        public sealed class Jobs
        {
            [Task] public Task<Order?> A(
                Order a, Address b, Line[] c, Price d, Page<Customer> e, List<Customer> f, Circle g, Dictionary<string, int> h, Shape? i) =>
                null!;
            [Task] public void B(
                int a, string b, Guid[] c, DayOfWeek d, (int, string)? e, List<Uri> f, TaskId g, TaskFailure h, DateTime i, ITaskProgress j,
                [FromServices] Jobs k) { }
        }
        """);

    [Fact]
    public Task Leaves_it_where_somebody_wrote_a_resolver() => AnalyzerVerifier.VerifyAsync(
        Aot,
        """
        using System.Text.Json;
        using System.Text.Json.Serialization.Metadata;
        public sealed class Own : IJsonTypeInfoResolver
        {
            public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options) => null;
        }
        public sealed record Order(int Id);
        public sealed class Jobs { [Task] public void A(Order a) { } }
        """);

    [Fact]
    public async Task Leaves_what_a_referenced_assembly_describes()
    {
        var shared = GeneratorHarness.CompileAs(
            "Shared",
            """
            using System.Text.Json;
            using System.Text.Json.Serialization;
            using System.Text.Json.Serialization.Metadata;
            [assembly: TaskJsonContext<InternalJson>]
            public sealed record Order(int Id);
            public sealed record Customer(int Id);
            public sealed record Forgotten(int Id);
            [JsonSerializable(typeof(Order))] public sealed class PublicJson() : JsonSerializerContext(null)
            {
                protected override JsonSerializerOptions? GeneratedSerializerOptions => null;
                public override JsonTypeInfo? GetTypeInfo(Type type) => null;
            }
            [JsonSerializable(typeof(Customer))] internal sealed class InternalJson() : JsonSerializerContext(null)
            {
                protected override JsonSerializerOptions? GeneratedSerializerOptions => null;
                public override JsonTypeInfo? GetTypeInfo(Type type) => null;
            }
            [JsonSerializable(typeof(Forgotten))] internal sealed class HiddenJson() : JsonSerializerContext(null)
            {
                protected override JsonSerializerOptions? GeneratedSerializerOptions => null;
                public override JsonTypeInfo? GetTypeInfo(Type type) => null;
            }
            """);
        await AnalyzerVerifier.VerifyAsync(
            Aot with { References = [ReferencedAssembly.Of(shared)] },
            "public sealed class Jobs { [Task] public void A(Order a, Customer b, Forgotten [|TG0106:c|]) { } }");
    }

    [Fact]
    public Task Says_nothing_without_the_library() => AnalyzerVerifier.VerifyWithoutLibraryAsync(
        """
        public sealed record Order(int Id);
        public sealed class C { [Task] public void A(Order a) { } }
        """,
        Aot);
}
