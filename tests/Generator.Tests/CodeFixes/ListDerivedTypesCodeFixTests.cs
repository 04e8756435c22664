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
        public class Shape { public int Id { get; set; } }

        public sealed class Round : Shape;

        public sealed class Circle : Shape { public int Radius { get; set; } }

        public static class Files
        {
            public class Document { public int Id { get; set; } }

            public sealed class Letter : Document { public string Text { get; set; } = ""; }
        }

        public sealed class Jobs
        {
            [Task] public Files.Document Draw(Shape shape) => new Files.Letter { Id = shape.Id };
        }

        public static class Home
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
        public class Shape { public int Id { get; set; } }

        public sealed class Round : Shape;

        public sealed class Circle : Shape { public int Radius { get; set; } }

        public static class Files
        {
            [JsonDerivedType(typeof(Letter), "letter")]
            public class Document { public int Id { get; set; } }

            public sealed class Letter : Document { public string Text { get; set; } = ""; }
        }

        public sealed class Jobs
        {
            [Task] public Files.Document Draw(Shape shape) => new Files.Letter { Id = shape.Id };
        }

        public static class Home
        {
            public static Task Run(JobsClient jobs) => jobs.Draw.DelayAsync(new Circle());
        }
        """);

    [Fact]
    public Task Changes_a_base_type_in_another_file() => CodeFixVerifier.VerifyAsync<ListDerivedTypesCodeFix>(
        "TG0310",
        """
        namespace Zoo;

        public class Animal { public int Id { get; set; } }
        """,
        """
        namespace Zoo;

        [System.Text.Json.Serialization.JsonDerivedType(typeof(Dog), "dog")]
        public class Animal { public int Id { get; set; } }
        """,
        setup: new AnalyzerSetup
        {
            Sources =
            [
                """
                using System.Threading.Tasks;
                using TaskGen;

                namespace Zoo;

                public sealed class Dog : Animal { public int Age { get; set; } }

                public sealed class Jobs { [Task] public void Feed(Animal animal) { } }

                public static class Home { public static Task Run(JobsClient jobs) => jobs.Feed.DelayAsync(new Dog()); }
                """,
            ],
        });

    [Theory]
    [InlineData("public class Animal { public int Id { get; set; } } public static class C { private sealed class Dog : Animal { public int Age { get; set; } } public static Task Run(JobsClient jobs) => jobs.Feed.DelayAsync(new Dog()); } public sealed class Jobs { [Task] public void Feed(Animal animal) { } }")]
    [InlineData("public class Animal<T> { public int Id { get; set; } } public sealed class Dog : Animal<int> { public int Age { get; set; } } public static class C { public static Task Run(JobsClient jobs) => jobs.Feed.DelayAsync(new Dog()); } public sealed class Jobs { [Task] public void Feed(Animal<int> animal) { } }")]
    [InlineData("public class Animal { public int Id { get; set; } } public sealed class Dog<T> : Animal { public T? Age { get; set; } } public static class C { public static Task Run(JobsClient jobs) => jobs.Feed.DelayAsync(new Dog<int>()); } public sealed class Jobs { [Task] public void Feed(Animal animal) { } }")]
    [InlineData("public class Animal { public int Id { get; set; } } public class Dog : Animal { public int Age { get; set; } } public static class C { public static Signature Run(JobsClient jobs) => jobs.Get.Signature().Then(jobs.Feed.Partial()); } public sealed class Jobs { [Task] public void Feed(Animal animal) { } [Task] public Dog Get() => new(); }")]
    public Task Is_not_offered_where_an_attribute_cannot_or_does_not_help(string source) =>
        CodeFixVerifier.VerifyNoFixAsync<ListDerivedTypesCodeFix>("TG0310", "using System.Threading.Tasks; using TaskGen;\n" + source);
}
