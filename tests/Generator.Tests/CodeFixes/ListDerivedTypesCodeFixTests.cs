using Generator.Tests.Support;
using TaskGen.CodeFixes;

namespace Generator.Tests.CodeFixes;

/// <summary>Lists derived types on their base type.</summary>
public sealed class ListDerivedTypesCodeFixTests
{
    [Fact]
    public Task Lists_all_classes_that_derive_from_the_base_type() => CodeFixVerifier.VerifyAsync<ListDerivedTypesCodeFix>(
        "TG0310",
        """
        using System.Threading.Tasks;
        using TaskGen;

        namespace Zoo
        {
            /// <summary>An animal.</summary>
            internal class Animal { public string Name { get; set; } = ""; }

            internal class Dog : Animal { public string Breed { get; set; } = ""; }

            internal sealed class Puppy : Dog { public int Weeks { get; set; } }

            internal sealed class Mouse : Animal;

            internal abstract class Bird : Animal;

            internal sealed class Jobs
            {
                [Task] public void Feed(Animal animal) { }
            }

            internal sealed class Home(JobsClient jobs)
            {
                public async Task Run()
                {
                    await jobs.Feed.DelayAsync(new Dog());
                    await jobs.Feed.DelayAsync(new Puppy());
                }
            }
        }
        """,
        """
        using System.Threading.Tasks;
        using TaskGen;

        namespace Zoo
        {
            /// <summary>An animal.</summary>
            [System.Text.Json.Serialization.JsonDerivedType(typeof(Dog), "dog")]
            [System.Text.Json.Serialization.JsonDerivedType(typeof(Puppy), "puppy")]
            [System.Text.Json.Serialization.JsonDerivedType(typeof(Mouse), "mouse")]
            internal class Animal { public string Name { get; set; } = ""; }

            internal class Dog : Animal { public string Breed { get; set; } = ""; }

            internal sealed class Puppy : Dog { public int Weeks { get; set; } }

            internal sealed class Mouse : Animal;

            internal abstract class Bird : Animal;

            internal sealed class Jobs
            {
                [Task] public void Feed(Animal animal) { }
            }

            internal sealed class Home(JobsClient jobs)
            {
                public async Task Run()
                {
                    await jobs.Feed.DelayAsync(new Dog());
                    await jobs.Feed.DelayAsync(new Puppy());
                }
            }
        }
        """);

    [Fact]
    public Task Adds_the_types_that_are_missing_under_names_that_are_free() => CodeFixVerifier.VerifyAsync<ListDerivedTypesCodeFix>(
        "TG0310",
        """
        using System.Text.Json.Serialization;
        using System.Threading.Tasks;
        using TaskGen;

        [JsonDerivedType(typeof(Round), "circle")]
        internal class Shape { public int Id { get; set; } }

        internal sealed class Round : Shape;

        internal sealed class Circle : Shape { public int Radius { get; set; } }

        internal static class Files
        {
            internal class Document { public int Id { get; set; } }

            internal sealed class Letter : Document { public string Text { get; set; } = ""; }
        }

        internal sealed class Jobs
        {
            [Task] public Files.Document Draw(Shape shape) => new Files.Letter { Id = shape.Id };
        }

        internal static class Home
        {
            public static Task Run(JobsClient jobs) => jobs.Draw.DelayAsync(new Circle());
        }
        """,
        """
        using System.Text.Json.Serialization;
        using System.Threading.Tasks;
        using TaskGen;

        [JsonDerivedType(typeof(Round), "circle")]
        [JsonDerivedType(typeof(Circle), "Circle")]
        internal class Shape { public int Id { get; set; } }

        internal sealed class Round : Shape;

        internal sealed class Circle : Shape { public int Radius { get; set; } }

        internal static class Files
        {
            [JsonDerivedType(typeof(Letter), "letter")]
            internal class Document { public int Id { get; set; } }

            internal sealed class Letter : Document { public string Text { get; set; } = ""; }
        }

        internal sealed class Jobs
        {
            [Task] public Files.Document Draw(Shape shape) => new Files.Letter { Id = shape.Id };
        }

        internal static class Home
        {
            public static Task Run(JobsClient jobs) => jobs.Draw.DelayAsync(new Circle());
        }
        """);

    [Fact]
    public Task Changes_a_base_type_in_another_file() => CodeFixVerifier.VerifyAsync<ListDerivedTypesCodeFix>(
        "TG0310",
        """
        namespace Zoo;

        internal class Animal { public int Id { get; set; } }
        """,
        """
        namespace Zoo;

        [System.Text.Json.Serialization.JsonDerivedType(typeof(Dog), "dog")]
        internal class Animal { public int Id { get; set; } }
        """,
        setup: new AnalyzerSetup
        {
            Sources =
            [
                """
                using System.Threading.Tasks;
                using TaskGen;

                namespace Zoo;

                internal sealed class Dog : Animal { public int Age { get; set; } }

                internal sealed class Jobs { [Task] public void Feed(Animal animal) { } }

                internal static class Home { public static Task Run(JobsClient jobs) => jobs.Feed.DelayAsync(new Dog()); }
                """,
            ],
        });

    [Theory]
    [InlineData("private sealed class Dog : Animal { public int Age { get; set; } }", "class Animal", "Animal", "Dog")]
    [InlineData("internal sealed class Dog : Animal<int> { public int Age { get; set; } }", "class Animal<T>", "Animal<int>", "Dog")]
    [InlineData("internal sealed class Dog<T> : Animal { public T? Age { get; set; } }", "class Animal", "Animal", "Dog<int>")]
    public Task Is_not_offered_where_an_attribute_cannot_list_the_type(string derived, string declaration, string type, string created) =>
        CodeFixVerifier.VerifyNoFixAsync<ListDerivedTypesCodeFix>(
            "TG0310",
            $$"""
            using System.Threading.Tasks;
            using TaskGen;

            internal {{declaration}} { public int Id { get; set; } }

            internal sealed class Jobs { [Task] public void Feed({{type}} animal) { } }

            internal static class Home
            {
                public static Task Run(JobsClient jobs) => jobs.Feed.DelayAsync(new {{created}}());

                {{derived}}
            }
            """);

    [Fact]
    public Task Is_not_offered_for_a_continuation() => CodeFixVerifier.VerifyNoFixAsync<ListDerivedTypesCodeFix>(
        "TG0310",
        """
        using TaskGen;

        internal class Animal { public int Id { get; set; } }

        internal class Dog : Animal { public int Age { get; set; } }

        internal sealed class Jobs
        {
            [Task] public void Feed(Animal animal) { }

            [Task] public Dog Get() => new();
        }

        internal static class Home
        {
            public static Signature Run(JobsClient jobs) => jobs.Get.Signature().Then(jobs.Feed.Partial());
        }
        """);
}
