using Generator.Tests.Support;
using TaskGen.Generator.Emitting;

namespace Generator.Tests.Pipeline;

/// <summary>No two generated files have names that the compiler takes for the same.</summary>
public sealed class HintNameTests
{
    [Fact]
    public void Names_that_differ_in_case_only_nested_classes_and_overloads_have_files_of_their_own()
    {
        var compilation = GeneratorHarness.Compile(
            """
            namespace Shop
            {
                public sealed class Jobs
                {
                    [Task(Name = "a.One")] public void Run(int a) { }
                    [Task(Name = "a.two")] public void Run(string a) { }
                    [Task(Name = "a.x")] public void run() { }
                }
                public sealed class JOBS { [Task(Name = "c.Run")] public void Run() { } }
                public static class Outer { public sealed class Jobs { [Task] public void Run() { } } }
                public sealed class Outer_Jobs { [Task] public void Run() { } }
                public sealed class Übung { [Task(Name = "u")] public void Größe() { } }
                public sealed class Übüng { [Task(Name = "v")] public void Größe() { } }
            }
            namespace shop { public sealed class Jobs { [Task(Name = "b.Run")] public void Run() { } } }
            """);
        var files = GeneratorHarness.Files(GeneratorHarness.Driver().RunGenerators(compilation).GetRunResult());
        Assert.Equal(7 + 3, files.Count);
        Assert.Equal(files.Count, files.Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        GeneratorHarness.GenerateStrictly(compilation);
    }

    [Theory]
    [InlineData("Shop.Jobs", "Shop.Jobs.1b43aa3d.g.cs")]
    [InlineData("Shop.Outer+Jobs", "Shop.Outer+Jobs.fa891605.g.cs")]
    [InlineData("Übung`1", "-bung-1.bf1b8e16.g.cs")]
    public void Names_are_the_same_on_every_machine(string type, string expected) => Assert.Equal(expected, HintNames.OfClient(type));
}
