using Generator.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Generator.Tests.Emission;

/// <summary>In a project that is too old, what is generated compiles: the only error is the one that says so.</summary>
public sealed class OldLanguageTests
{
    private const string Source =
        """
        using System.Text.Json;
        using TaskGen;

        namespace Shop
        {
            public sealed class Jobs
            {
                [Task(Retry = 3)] public void Send(string text, int times = 1) { }
            }

            public static class Rules
            {
                [Condition("is_late")] public static bool IsLate(JsonElement data, JsonElement parameters) => true;
            }

            public static class Host
            {
                public static TaskGenBuilder Add(TaskGenBuilder builder) => builder.AddGeneratedTasks();
            }
        }
        """;

    [Theory]
    [InlineData(LanguageVersion.CSharp7_3)]
    [InlineData(LanguageVersion.CSharp8)]
    [InlineData(LanguageVersion.CSharp9)]
    [InlineData(LanguageVersion.CSharp10)]
    [InlineData(LanguageVersion.CSharp11)]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.CSharp13)]
    public void Tasks_get_nothing_and_everything_compiles(LanguageVersion language)
    {
        var output = GeneratorHarness.GenerateStrictly(Compile(language));

        Assert.Null(output.GetTypeByMetadataName("Shop.JobsClient"));
        Assert.NotNull(output.GetTypeByMetadataName("TaskGen.GeneratedTasksExtensions"));
        Assert.DoesNotContain(output.SyntaxTrees, static tree => tree.FilePath.EndsWith("TaskGen.Module.g.cs", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp7_3)]
    [InlineData(LanguageVersion.CSharp10)]
    [InlineData(LanguageVersion.CSharp13)]
    public void Tasks_of_referenced_assemblies_are_still_registered(LanguageVersion language)
    {
        var compilation = Compile(language).AddReferences(
            ReferencedAssembly.Of("Shop.Mail", "namespace Mail { public sealed class Mails { [Task] public void Send() { } } }"));

        var output = GeneratorHarness.GenerateStrictly(compilation);

        var registers = output.SyntaxTrees
            .Single(static tree => tree.FilePath.EndsWith("TaskGen.AddGeneratedTasks.g.cs", StringComparison.Ordinal))
            .ToString();
        Assert.Contains("builder.AddModule<global::TaskGen.Generated.TaskModule_Shop_Mail_", registers, StringComparison.Ordinal);
    }

    [Fact]
    public void With_a_new_language_all_of_it_is_generated() =>
        Assert.NotNull(GeneratorHarness.GenerateStrictly(Compile(LanguageVersion.CSharp14)).GetTypeByMetadataName("Shop.JobsClient"));

    private static CSharpCompilation Compile(LanguageVersion language)
    {
        // The source has no XML comments (CS1591).
        var options = GeneratorHarness.ParseOptions.WithLanguageVersion(language);
        return CSharpCompilation.Create(
            "Tests",
            [CSharpSyntaxTree.ParseText("#pragma warning disable CS1591\n" + Source, options, "Source.cs")],
            TestReferences.All,
            GeneratorHarness.Options.WithNullableContextOptions(NullableContextOptions.Disable));
    }
}
