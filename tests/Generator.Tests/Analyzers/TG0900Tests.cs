using Generator.Tests.Support;
using Microsoft.CodeAnalysis.CSharp;

namespace Generator.Tests.Analyzers;

/// <summary>Language versions for which nothing is generated.</summary>
public sealed class TG0900Tests
{
    [Theory]
    [InlineData(LanguageVersion.CSharp13, "13.0")]
    [InlineData(LanguageVersion.CSharp12, "12.0")]
    [InlineData(LanguageVersion.CSharp10, "10.0")]
    public async Task Flags_the_first_task_of_a_project_that_is_too_old(LanguageVersion language, string name)
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            new AnalyzerSetup { Language = language },
            """
            public sealed class Jobs
            {
                [Task] public void [|TG0900:A|]() { }
                [Task] public void B() { }
            }
            public static class Rules
            {
                [Condition("a")] public static bool IsA(System.Text.Json.JsonElement data, System.Text.Json.JsonElement parameters) => true;
            }
            """);
        Assert.Equal(
            $"No code is generated for 'Jobs.A' or any other task because generated code requires C# 14.0 and the project uses C# "
                + $"{name}. Remove LangVersion from the project file, or set it to 14.0 or later.",
            messages[0]);
    }

    [Fact]
    public Task Flags_a_condition_where_there_is_no_task() => AnalyzerVerifier.VerifyAsync(
        new AnalyzerSetup { Language = LanguageVersion.CSharp13 },
        """
        public static class Rules
        {
            [Condition("a")]
            public static bool [|TG0900:IsA|](System.Text.Json.JsonElement data, System.Text.Json.JsonElement parameters) => true;
        }
        """);

    [Fact]
    public Task Flags_a_context_where_there_is_nothing_else() => AnalyzerVerifier.VerifyAsync(
        new AnalyzerSetup { Language = LanguageVersion.CSharp13 },
        """
        [assembly: [|TG0900:TaskJsonContext<Json>|]]
        public abstract class Json(System.Text.Json.JsonSerializerOptions? options)
            : System.Text.Json.Serialization.JsonSerializerContext(options);
        """);

    [Fact]
    public Task Flags_what_else_is_wrong_too() => AnalyzerVerifier.VerifyAsync(
        new AnalyzerSetup { Language = LanguageVersion.CSharp13 },
        """
        public sealed class Jobs { [Task] private void [|TG0001,TG0900:A|]() { } }
        """);

    [Theory]
    [InlineData(LanguageVersion.CSharp14)]
    [InlineData(LanguageVersion.Latest)]
    [InlineData(LanguageVersion.Preview)]
    public Task Leaves_languages_that_are_new_enough_alone(LanguageVersion language) =>
        AnalyzerVerifier.VerifyAsync(new AnalyzerSetup { Language = language }, "public sealed class Jobs { [Task] public void A() { } }");

    [Fact]
    public Task Leaves_an_old_project_without_tasks_of_its_own_alone() => AnalyzerVerifier.VerifyAsync(
        new AnalyzerSetup { Language = LanguageVersion.CSharp12 },
        """
        public static class Host { public static void Add(TaskGenBuilder builder) => builder.AddGeneratedTasks(); }
        """);

    [Fact]
    public Task Says_nothing_without_the_library() => AnalyzerVerifier.VerifyWithoutLibraryAsync(
        "public sealed class C { [Task] public void A() { } }",
        new AnalyzerSetup { Language = LanguageVersion.CSharp12 });
}
