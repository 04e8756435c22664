using Generator.Tests.Support;
using TaskGen.CodeFixes;

namespace Generator.Tests.Faults;

/// <summary>A derived object that is passed as its base type: the rule agrees with what arrives.</summary>
public sealed class FaultG4SlicingTests
{
    private const string Types =
        """
        using System.Text.Json;
        using System.Text.Json.Nodes;
        using System.Text.Json.Serialization;
        public class Animal
        {
            public string Name { get; set; } = "";
            public virtual string Kind => "animal";
            public virtual int Legs { get; set; }
        }
        public class Dog : Animal { public string Breed { get; set; } = "none"; }
        public sealed class Puppy : Dog { public int Weeks { get; set; } }
        public sealed class Cat : Animal { public override string Kind => "cat"; }
        public sealed class Hen : Animal { public override int Legs { get; set; } = 2; }
        public sealed class Plain : Animal { internal int Count { get; set; } = 3; [JsonIgnore] public int Hidden { get; set; } = 4; }
        public sealed class Hiding : Animal { public new int Name { get; set; } = 5; }
        public sealed class More : Animal
        {
            [JsonExtensionData] public Dictionary<string, object>? Rest { get; set; } = new() { ["a"] = 1 };
        }
        [JsonDerivedType(typeof(Car), "car")] public class Vehicle { public int Wheels { get; set; } }
        public class Car : Vehicle { public int Doors { get; set; } = 5; }
        public sealed class Bus : Vehicle { public int Seats { get; set; } = 40; }
        public sealed class Taxi : Car;
        [JsonPolymorphic(UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FallBackToNearestAncestor)]
        [JsonDerivedType(typeof(Round), "round")] public class Shape { public int Id { get; set; } }
        public class Round : Shape { public int Radius { get; set; } = 1; }
        public sealed class Ball : Round { public int Weight { get; set; } = 2; }
        public sealed class Ring : Round;
        public sealed class Square : Shape { public int Side { get; set; } = 3; }
        [JsonPolymorphic(UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FallBackToBaseType)]
        [JsonDerivedType(typeof(Apple), "apple")] public class Fruit { public int Id { get; set; } }
        public class Apple : Fruit { public int Size { get; set; } = 1; }
        public sealed class Pear : Fruit { public int Size { get; set; } = 2; }
        [JsonDerivedType(typeof(Ford), "ford")] public abstract class Brand { public int Id { get; set; } }
        public sealed class Ford : Brand { public int Year { get; set; } = 1; }
        public sealed class Fiat : Brand { public int Year { get; set; } = 2; }
        [JsonDerivedType(typeof(Oak), "oak")] public interface ITree { int Height { get; } }
        public sealed record Oak(int Height, int Age = 3) : ITree;
        public sealed record Elm(int Height, int Age = 3) : ITree;
        public record Owner(string Name, Animal? Pet = null)
        {
            public List<Animal> Pets { get; init; } = [];
            [JsonConverter(typeof(DogConverter))] public Animal? Converted { get; set; }
            [JsonIgnore] public Animal? Unused { get; set; }
        }
        public sealed record Keeper(string Name, int Badge) : Owner(Name);
        [JsonConverter(typeof(OwnConverter))] public class Own { public int Id { get; set; } }
        public sealed class Derived : Own { public int Extra { get; set; } = 7; }
        public sealed class OwnConverter : JsonConverter<Own>
        {
            public override Own Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
                new Derived { Extra = reader.GetInt32() };
            public override void Write(Utf8JsonWriter writer, Own value, JsonSerializerOptions options) =>
                writer.WriteNumberValue(((Derived)value).Extra);
        }
        public sealed class DogConverter : JsonConverter<Animal>
        {
            public override Animal Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
                JsonSerializer.Deserialize<Dog>(ref reader, options)!;
            public override void Write(Utf8JsonWriter writer, Animal value, JsonSerializerOptions options) =>
                JsonSerializer.Serialize(writer, (Dog)value, options);
        }
        public static class Data
        {
            public static string Of(object? value) => value switch
            {
                null => "null",
                System.Runtime.CompilerServices.ITuple tuple =>
                    string.Join(";", Enumerable.Range(0, tuple.Length).Select(i => Of(tuple[i]))),
                IDictionary<string, Animal> map => string.Join(";", map.Select(pair => pair.Key + Of(pair.Value))),
                System.Collections.IEnumerable list and not string and not JsonNode => string.Join(";", list.Cast<object>().Select(Of)),
                Owner owner => $"{(owner as Keeper)?.Badge} {owner.Name} {Of(owner.Pet)} {Of(owner.Pets)} {Of(owner.Converted)}",
                Own => ((value as Derived)?.Extra ?? 0).ToString(),
                _ => Sorted(JsonSerializer.SerializeToNode(value, value.GetType())!),
            };
            private static string Sorted(JsonNode node) => node is JsonObject parts
                ? string.Join(",", parts.OrderBy(part => part.Key).Select(part => part.Key + "=" + part.Value?.ToJsonString()))
                : node.ToJsonString();
        }

        """;

    /// <summary>The type of a parameter, an argument, and whether all its data arrives.</summary>
    public static TheoryData<string, string, bool> Arguments => new()
    {
        { "Animal", "new Animal()", true },
        { "Animal", "new Dog()", false },
        { "Animal", "new Puppy()", false },
        { "Dog", "new Dog()", true },
        { "Dog", "new Puppy()", false },
        { "Animal", "new Cat()", false },
        { "Animal", "new Hen()", true },
        { "Animal", "new Plain()", true },
        { "Animal", "new Hiding()", false },
        { "Animal", "new More()", false },
        { "Animal?", "null", true },
        { "Animal[]", "new Dog[] { new() }", false },
        { "Animal[]", "[new Animal(), new Dog()]", false },
        { "Animal[]", "[new Animal(), new Plain()]", true },
        { "List<Animal>", "[.. new List<Dog> { new() }]", false },
        { "IReadOnlyList<Animal>", "new List<Dog> { new() }", false },
        { "IEnumerable<Animal>", "new HashSet<Animal> { new() }", true },
        { "IEnumerable<int>", "new List<int> { 1 }", true },
        { "IReadOnlyCollection<string>", "new HashSet<string> { \"a\" }", true },
        { "Dictionary<string, Animal>", "new() { [\"a\"] = new Dog() }", false },
        { "Dictionary<string, Animal>", "new() { [\"a\"] = new Animal() }", true },
        { "(Animal, int)", "(new Dog(), 1)", false },
        { "(Animal, int)", "(new Animal(), 1)", true },
        { "Vehicle", "new Car()", true },
        { "Vehicle", "new Vehicle()", true },
        { "Vehicle", "new Bus()", false },
        { "Vehicle", "new Taxi()", false },
        { "Shape", "new Round()", true },
        { "Shape", "new Ball()", false },
        { "Shape", "new Ring()", true },
        { "Shape", "new Square()", false },
        { "Fruit", "new Apple()", true },
        { "Fruit", "new Pear()", false },
        { "Brand", "new Ford()", true },
        { "Brand", "new Fiat()", false },
        { "ITree", "new Oak(1)", true },
        { "ITree", "new Elm(1)", false },
        { "Owner", "new Owner(\"a\", new Dog())", false },
        { "Owner", "new Owner(\"a\", new Animal())", true },
        { "Owner", "new Owner(\"a\") { Pets = { new Dog() } }", false },
        { "Owner", "new Owner(\"a\") { Pets = [new Animal()] }", true },
        { "Owner", "new Owner(\"a\") { Converted = new Dog() }", true },
        { "Owner", "new Owner(\"a\") with { Pet = new Dog() }", false },
        { "Owner", "new Keeper(\"a\", 1)", false },
        { "Own", "new Derived()", true },
        { "JsonNode", "new JsonObject { [\"a\"] = 1 }", true },
        { "JsonNode", "new JsonArray(1)", true },
    };

    [Theory]
    [MemberData(nameof(Arguments))]
    public async Task An_argument_is_reported_exactly_if_its_data_does_not_arrive(string type, string argument, bool arrives)
    {
        var declarations = $$"""
            {{Types}}
            public sealed class Jobs { [Task] public string Feed({{type}} value) => Data.Of(value); }
            public static class Home
            {
                public static {{type}} Make() => {{argument}};
                public static async Task<string> Run(ITaskClient client, JobsClient jobs) =>
                    await (await jobs.Feed.DelayAsync({{argument}})).GetAsync(TimeSpan.FromSeconds(20));
            }
            """;
        await CheckAsync(declarations, arrives);
    }

    [Theory]
    [InlineData("Animal", "new Dog()", false)]
    [InlineData("Animal", "new Plain()", true)]
    [InlineData("Vehicle", "new Car()", true)]
    [InlineData("List<Animal>", "[new Dog()]", false)]
    public async Task A_result_is_reported_exactly_if_its_data_does_not_arrive(string type, string result, bool arrives) =>
        await CheckAsync(
            $$"""
            {{Types}}
            public sealed class Jobs { [Task] public async Task<{{type}}> Get() { await Task.Yield(); return {{result}}; } }
            public static class Home
            {
                public static {{type}} Make() { {{type}} made = {{result}}; return made; }
                public static async Task<string> Run(ITaskClient client, JobsClient jobs) =>
                    Data.Of(await (await jobs.Get.DelayAsync()).GetAsync(TimeSpan.FromSeconds(20)));
            }
            """,
            arrives);

    [Theory]
    [InlineData("Dog", "Dog", true)]
    [InlineData("Dog", "Animal", false)]
    [InlineData("Plain", "Animal", true)]
    [InlineData("Car", "Vehicle", false)]
    [InlineData("Dog[]", "IReadOnlyList<Animal>", false)]
    [InlineData("Ford", "Brand", false)]
    public async Task A_continuation_is_reported_exactly_if_the_data_of_its_input_does_not_arrive(string from, string to, bool arrives)
    {
        var made = from.EndsWith(']') ? $"new {from} {{ new() }}" : $"new {from}()";
        await CheckAsync(
            $$"""
            {{Types}}
            public sealed class Jobs
            {
                [Task] public {{from}} Get() => {{made}};
                [Task] public string Feed({{to}} value) => Data.Of(value);
            }
            public static class Home
            {
                public static object Make() => {{made}};
                public static async Task<string> Run(ITaskClient client, JobsClient jobs) =>
                    await (await client.DelayAsync(jobs.Get.Signature().Then(jobs.Feed.Partial()))).GetAsync(TimeSpan.FromSeconds(20));
            }
            """,
            arrives);
    }

    [Fact]
    public async Task A_listed_type_arrives_as_itself_in_every_place()
    {
        const string Source =
            """
            using System;
            using System.Collections.Generic;
            using System.Threading.Tasks;
            using TaskGen;

            internal class Animal { public string Name { get; set; } = ""; }

            internal class Dog : Animal { public string Breed { get; set; } = ""; }

            internal sealed class Cat : Animal { public int Lives { get; set; } }

            internal sealed class Jobs
            {
                [Task] public Animal Feed(Animal animal, List<Animal> others) =>
                    others.Count == 2 && others[0] is Cat { Lives: 9 } && others[1].GetType() == typeof(Animal) ? animal : new Animal();
            }

            internal sealed class Home(JobsClient jobs)
            {
                public async Task<Animal> Run() =>
                    await (await jobs.Feed.DelayAsync(new Dog { Breed = "a" }, [new Cat { Lives = 9 }, new Animal()]))
                        .GetAsync(TimeSpan.FromSeconds(20));
            }
            """;
        var corrected = Source.Replace(
            "internal class Animal {",
            """
            [System.Text.Json.Serialization.JsonDerivedType(typeof(Dog), "dog")]
            [System.Text.Json.Serialization.JsonDerivedType(typeof(Cat), "cat")]
            internal class Animal {
            """,
            StringComparison.Ordinal);
        await CodeFixVerifier.VerifyAsync<ListDerivedTypesCodeFix>("TG0310", Source, corrected);
        const string Body = "        Check(await new Home(new JobsClient(client)).Run() is Dog { Breed: \"a\" });";
        await Assert.ThrowsAsync<InvalidOperationException>(() => HostedProgram.RunAsync(Source, Body));
        await HostedProgram.RunAsync(corrected, Body);
    }

    private static async Task CheckAsync(string declarations, bool arrives)
    {
        var found = await AnalyzerVerifier.FindAsync(new AnalyzerSetup(), declarations);
        Assert.Equal(arrives, !found.Any(static diagnostic => diagnostic.Id == "TG0310"));
        await using var program = await HostedProgram.StartAsync(
            declarations,
            """
                    var arrived = await Home.Run(client, new JobsClient(client));
                    Check(arrived == Data.Of(Home.Make()), $"{arrived} is not {Data.Of(Home.Make())}");
            """);
        if (arrives)
        {
            await program.RunAsync();
        }
        else
        {
            Assert.NotNull(await Record.ExceptionAsync(program.RunAsync));
        }
    }
}
