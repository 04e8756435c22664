using Generator.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Generator.Tests.Analyzers;

/// <summary>Objects of derived types that are serialized as their base types.</summary>
public sealed class TG0310Tests
{
    private const string Declarations =
        """
        using System.Collections.Immutable;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        public class Animal
        {
            public string Name { get; set; } = "";
            public virtual string Kind => "animal";
            public virtual int Legs { get; set; }
        }
        public class Dog : Animal { public string Breed { get; set; } = ""; }
        public sealed class Puppy : Dog { public int Weeks { get; set; } }
        public sealed class Cat : Animal { public override string Kind => "cat"; }
        public sealed class Hen : Animal { public override int Legs { get; set; } = 2; }
        public sealed class Plain : Animal
        {
            private int _count;
            [JsonIgnore] public int Hidden { get; set; }
            public int Count() => _count++;
        }
        public sealed class Hiding : Animal { public new int Name { get; set; } }
        [JsonDerivedType(typeof(Car), "car")] public class Vehicle { public int Wheels { get; set; } }
        public class Car : Vehicle { public int Doors { get; set; } }
        public sealed class Bus : Vehicle { public int Seats { get; set; } }
        public sealed class Taxi : Car;
        public abstract class Shared : Vehicle { public int Riders { get; set; } }
        public record Owner(string Name, Animal? Pet = null, int Age = 0)
        {
            public List<Animal> Others { get; init; } = [];
            [JsonIgnore] public Animal? Unused { get; set; }
            [JsonConverter(typeof(AnimalConverter))] public Animal? Converted { get; set; }
            public Owner? Parent { get; set; }
        }
        public sealed record Keeper(string Name, int Badge) : Owner(Name);
        [JsonConverter(typeof(AnimalConverter))] public class Own { public int Id { get; set; } }
        public sealed class Derived : Own { public int Extra { get; set; } }
        public sealed class AnimalConverter : JsonConverter<Animal>
        {
            public override Animal Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => new();
            public override void Write(Utf8JsonWriter writer, Animal value, JsonSerializerOptions options) => writer.WriteNullValue();
        }
        public sealed class Jobs
        {
            [Task] public void Feed(Animal animal, int portions = 1) { }
            [Task] public void FeedAll(params Animal[] animals) { }
            [Task] public void FeedList(IReadOnlyList<Animal> animals, Dictionary<string, Animal>? byName = null) { }
            [Task] public void FeedPair((Animal, int) pair) { }
            [Task] public void Visit(Owner owner) { }
            [Task] public void Drive(Vehicle vehicle) { }
            [Task] public void Use(Own own) { }
            [Task] public void Walk(Dog dog) { }
            [Task] public void Json(JsonElement element, System.Text.Json.Nodes.JsonNode? node = null) { }
            [Task] public void Numbers(IEnumerable<int> numbers, IReadOnlyCollection<string>? names = null) { }
            [Task] public Dog Adopt(string name) => new() { Name = name };
            [Task] public Dog[] AdoptAll() => [];
        }

        """;

    [Fact]
    public async Task Flags_an_argument_whose_static_type_has_more_members()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            Declarations +
            """
            public sealed class Home(JobsClient jobs, ITaskClient client, Dog dog, Animal animal)
            {
                public async Task Run(bool isNew, object any, Puppy? puppy)
                {
                    await jobs.Feed.DelayAsync([|TG0310:new Dog()|]);
                    await jobs.Feed.DelayAsync([|TG0310:new Puppy()|], 2);
                    await jobs.Feed.DelayAsync(portions: 2, animal: [|TG0310:dog|]);
                    await jobs.Feed.With(new() { Priority = TaskPriority.High }).DelayAsync([|TG0310:dog|]);
                    var local = new Dog { Breed = "a" };
                    await jobs.Feed.DelayAsync([|TG0310:local|]);
                    Animal hidden = new Dog();
                    await jobs.Feed.DelayAsync([|TG0310:hidden|]);
                    await jobs.Feed.DelayAsync(isNew ? [|TG0310:new Dog()|] : animal);
                    await jobs.Feed.DelayAsync(isNew switch { true => animal, false => [|TG0310:dog|] });
                    await jobs.Feed.DelayAsync([|TG0310:puppy|] ?? animal);
                    await jobs.Feed.DelayAsync((Animal)[|TG0310:dog|]);
                    await jobs.Feed.DelayAsync([|TG0310:(Dog)animal|]);
                    await jobs.Feed.DelayAsync(([|TG0310:any as Dog|])!);
                    if (animal is Dog found) await jobs.Feed.DelayAsync([|TG0310:found|]);
                    await jobs.Feed.DelayManyAsync([dog], one => new([|TG0310:one|]));
                    await jobs.Feed.DelayManyAsync([new JobsClient.FeedTask.Args([|TG0310:dog|])]);
                    var args = new JobsClient.FeedTask.Args(animal);
                    await client.EnqueueAsync<JobsClient.FeedTask, JobsClient.FeedTask.Args, NoResult, TaskHandle>(
                        args with { Animal = [|TG0310:dog|] });
                    await jobs.Feed.DelayAsync([|TG0310:await FindAsync()|]);
                    await client.DelayAsync(jobs.Feed.Signature([|TG0310:dog|]));
                }

                private Task<Dog> FindAsync() => Task.FromResult(dog);
                private Task Generic<T>(T one) where T : Dog => jobs.Feed.DelayAsync([|TG0310:one|]);
            }
            """);
        Assert.Equal(
            "Member 'Breed' of 'Dog' may be lost because parameter 'animal' of task 'Feed' is of type 'Animal'. "
            + "Add [JsonDerivedType(typeof(Dog), \"dog\")] to 'Animal', or use 'Dog' instead of 'Animal'.",
            messages[0]);
        Assert.StartsWith("Members 'Weeks' and 'Breed' of 'Puppy' may be lost", messages[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Flags_elements_tuples_and_members()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            Declarations +
            """
            public sealed class Home(JobsClient jobs, Dog dog, Animal animal, List<Dog> dogs, Dog[] array, Owner owner)
            {
                public async Task Run()
                {
                    await jobs.FeedAll.DelayAsync(animal, [|TG0310:dog|]);
                    await jobs.FeedAll.DelayAsync([|TG0310:array|]);
                    await jobs.FeedList.DelayAsync([animal, [|TG0310:dog|]]);
                    await jobs.FeedList.DelayAsync([animal, .. [|TG0310:dogs|]]);
                    await jobs.FeedList.DelayAsync(new[] { animal, [|TG0310:dog|] });
                    await jobs.FeedList.DelayAsync(new List<Animal> { animal, [|TG0310:dog|] });
                    await jobs.FeedList.DelayAsync([|TG0310:dogs|]);
                    await jobs.FeedList.DelayAsync([|TG0310:array.Where(one => one.Legs > 2).ToList()|]);
                    await jobs.FeedList.DelayAsync([], new() { ["a"] = [|TG0310:dog|], ["b"] = animal });
                    await jobs.FeedList.DelayAsync([], new() { { "a", [|TG0310:dog|] } });
                    await jobs.FeedPair.DelayAsync(([|TG0310:dog|], 1));
                    var pair = (dog, 1);
                    await jobs.FeedPair.DelayAsync([|TG0310:pair|]);
                    await jobs.Visit.DelayAsync(new Owner("a", [|TG0310:dog|]));
                    await jobs.Visit.DelayAsync(new("a") { Others = { [|TG0310:dog|] }, Parent = [|TG0310:new Keeper("b", 1)|] });
                    await jobs.Visit.DelayAsync(new("a") { Parent = new("b", [|TG0310:dog|]) });
                    await jobs.Visit.DelayAsync(owner with { Pet = [|TG0310:dog|], Others = [[|TG0310:dog|]] });
                    await jobs.Visit.DelayAsync([|TG0310:new Keeper("a", 1)|]);
                }
            }
            """);
        Assert.Contains("an element of parameter 'animals' of task 'FeedList'", messages[2], StringComparison.Ordinal);
        Assert.Contains("because member 'Owner.Pet' is of type 'Animal'", messages[12], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Flags_overrides_hidden_members_and_types_that_a_polymorphic_type_does_not_list()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            Declarations +
            """
            [JsonPolymorphic(UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FallBackToNearestAncestor)]
            [JsonDerivedType(typeof(Round), "round")] public class Shape { public int Id { get; set; } }
            public class Round : Shape { public int Radius { get; set; } }
            public sealed class Ball : Round { public int Weight { get; set; } }
            public sealed class Unlisted : Round;
            public sealed class ShapeJobs { [Task] public void Draw(Shape shape) { } }
            public sealed class Home(JobsClient jobs, ShapeJobsClient shapes)
            {
                public async Task Run()
                {
                    await jobs.Feed.DelayAsync([|TG0310:new Cat()|]);
                    await jobs.Feed.DelayAsync([|TG0310:new Hiding()|]);
                    await jobs.Drive.DelayAsync([|TG0310:new Bus()|]);
                    await jobs.Drive.DelayAsync([|TG0310:new Taxi()|]);
                    await shapes.Draw.DelayAsync([|TG0310:new Ball()|]);
                    await shapes.Draw.DelayAsync(new Round());
                    await shapes.Draw.DelayAsync(new Unlisted());
                }
            }
            """);
        Assert.StartsWith("Override 'Kind' in 'Cat' may be lost because", messages[0], StringComparison.Ordinal);
        Assert.StartsWith("Member 'Name' of 'Hiding' may be lost because", messages[1], StringComparison.Ordinal);
        Assert.Equal(
            "An object of type 'Bus' may be refused because parameter 'vehicle' of task 'Drive' is of type 'Vehicle', whose "
            + "[JsonDerivedType] attributes do not list 'Bus'. Add [JsonDerivedType(typeof(Bus), \"bus\")] to 'Vehicle', or use 'Bus' "
            + "instead of 'Vehicle'.",
            messages[2]);
        Assert.StartsWith("Member 'Weight' of 'Ball' may be lost because", messages[4], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Flags_results_progress_and_continuations()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            Declarations +
            """
            public sealed class Shelter(ITaskClient client, JobsClient jobs)
            {
                [Task] public Animal Get(Dog dog) => [|TG0310:dog|];
                [Task] public async Task<Animal> FindAsync(Dog dog, bool isKnown)
                {
                    await Task.Yield();
                    if (isKnown)
                    {
                        return [|TG0310:dog|];
                    }

                    Func<Animal> other = () => dog;
                    return new Animal { Name = other().Name };
                }
                [Task] public Task<Animal> Wait(Dog dog) => Task.FromResult<Animal>([|TG0310:dog|]);
                [Task] public ValueTask<Animal> Return(Dog dog) => new([|TG0310:dog|]);
                [Task] public List<Animal> GetMany(Dog dog) => [[|TG0310:dog|], new Animal()];
                [Task] public void Show(ITaskProgress<Animal> progress, Dog dog) => progress.Report(1, null, "a", [|TG0310:dog|]);
                [Task(IgnoreResult = true)] public Animal Ignored(Dog dog) => dog;
                public Animal NotATask(Dog dog) => dog;

                public async Task Run()
                {
                    await client.DelayAsync(jobs.Adopt.Signature("a").Then([|TG0310:jobs.Feed.Partial()|]));
                    await client.DelayAsync(jobs.AdoptAll.Signature().Then([|TG0310:jobs.FeedList.Partial()|]));
                    await client.DelayAsync(jobs.Adopt.Signature("a").Then(jobs.Walk.Partial()));
                }
            }
            """);
        Assert.Contains("because the result of task 'Get' is of type 'Animal'", messages[0], StringComparison.Ordinal);
        Assert.Contains("because the progress detail is of type 'Animal'", messages[5], StringComparison.Ordinal);
        Assert.Equal(
            "Member 'Breed' of 'Dog' may be lost because the first parameter of the continuation is of type 'Animal'. "
            + "Use 'Dog' instead of 'Animal'.",
            messages[6]);
    }

    [Fact]
    public async Task Flags_a_task_of_a_referenced_assembly_and_does_not_advise_to_change_it()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            """
            public sealed class Horse : Animal { public int Speed { get; set; } }
            public sealed class Home(JobsClient jobs)
            {
                public Task Run() => jobs.Feed.DelayAsync([|TG0310:new Horse()|]);
            }
            """,
            ReferencedAssembly.Of(GeneratorHarness.Generate(GeneratorHarness.CompileAs("Zoo", Declarations))));
        Assert.EndsWith("is of type 'Animal'. Use 'Horse' instead of 'Animal'.", messages[0], StringComparison.Ordinal);
    }

    [Fact]
    public Task Leaves_objects_that_arrive_whole() => AnalyzerVerifier.VerifyAsync(
        Declarations +
        """
        public sealed class Home(JobsClient jobs, Animal animal, Dog dog, List<Animal> animals, Shared shared, JsonElement element)
        {
            public async Task Run(int[] numbers, List<int> list, HashSet<string> names, System.Text.Json.Nodes.JsonObject node)
            {
                await jobs.Feed.DelayAsync(animal);
                await jobs.Feed.DelayAsync(null!);
                await jobs.Feed.DelayAsync(new Plain());
                await jobs.Feed.DelayAsync(new Hen());
                await jobs.Walk.DelayAsync(dog);
                await jobs.Drive.DelayAsync(new Car());
                await jobs.Drive.DelayAsync(new Vehicle());
                await jobs.Drive.DelayAsync(shared);
                await jobs.Use.DelayAsync(new Derived());
                await jobs.Json.DelayAsync(element, node);
                await jobs.Numbers.DelayAsync(numbers, names);
                await jobs.Numbers.DelayAsync(list, []);
                await jobs.Numbers.DelayAsync(Enumerable.Range(1, 3), names.ToImmutableArray());
                await jobs.FeedList.DelayAsync(animals);
                await jobs.FeedList.DelayAsync([.. animals, animal]);
                await jobs.FeedList.DelayAsync([], new(StringComparer.Ordinal) { ["a"] = animal });
                await jobs.Visit.DelayAsync(new("a") { Unused = dog, Converted = dog });
                await jobs.Feed.DelayAsync(new Animal { Name = dog.Name });
                var replaced = new Owner("a", dog);
                await jobs.Visit.DelayAsync(replaced with { Pet = animal });
                Animal changed = new Dog();
                changed = animal;
                await jobs.Feed.DelayAsync(changed);
                Animal given = new Dog();
                Fill(ref given);
                await jobs.Feed.DelayAsync(given);
                Feed(dog);
            }

            private static void Fill(ref Animal animal) => animal = new Animal();
            private static void Feed(Animal animal) => Console.WriteLine(animal.Name);
            private Task Generic<T>(T one) where T : Animal => jobs.Feed.DelayAsync(one);
        }
        """);

    [Fact]
    public Task Leaves_base_types_whose_types_other_code_lists() => AnalyzerVerifier.VerifyAsync(
        """
        using System.Text.Json.Serialization;
        [JsonPolymorphic] public class Note { public int Id { get; set; } }
        public sealed class Memo : Note { public string Text { get; set; } = ""; }
        public sealed class Jobs { [Task] public void Send(Note note) { } }
        public sealed class Home(JobsClient jobs) { public Task Run() => jobs.Send.DelayAsync(new Memo()); }
        """);

    [Fact]
    public Task Leaves_an_interface_that_is_reported_where_the_task_is_declared() => AnalyzerVerifier.VerifyAsync(
        """
        public interface IShape { int Id { get; } }
        public sealed record Circle(int Id, int Radius) : IShape;
        public sealed class Jobs { [Task] public void Draw(IShape [|TG0102:shape|]) { } }
        public sealed class Home(JobsClient jobs) { public Task Run() => jobs.Draw.DelayAsync(new Circle(1, 2)); }
        """);

    [Fact]
    public Task Says_nothing_without_the_library() => AnalyzerVerifier.VerifyWithoutLibraryAsync(
        """
        public class Animal { public int Id { get; set; } }
        public sealed class Dog : Animal { public int Breed { get; set; } }
        public readonly struct FeedTask { public void DelayAsync(Animal animal) { } }
        public sealed class C
        {
            [Task] public Animal Get() => new Dog();
            public static void Run(FeedTask feed) => feed.DelayAsync(new Dog());
        }
        """);
}
