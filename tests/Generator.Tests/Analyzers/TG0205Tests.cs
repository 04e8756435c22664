using Generator.Tests.Support;

namespace Generator.Tests.Analyzers;

/// <summary>Conditions that have the same name.</summary>
public sealed class TG0205Tests
{
    [Fact]
    public async Task Flags_the_second_and_names_both()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            """
            using System.Text.Json;
            namespace A
            {
                public static class Rules
                {
                    [Condition("late")] public static bool IsLate(JsonElement data, JsonElement parameters) => true;
                }
            }
            namespace B
            {
                public static class Rules
                {
                    [Condition("late")] public static bool [|TG0205:IsLate|](JsonElement data, JsonElement parameters) => true;
                }
            }
            """);
        Assert.Contains("'late'", messages[0], StringComparison.Ordinal);
        Assert.Contains("'B.Rules.IsLate'", messages[0], StringComparison.Ordinal);
        Assert.Contains("'A.Rules.IsLate'", messages[0], StringComparison.Ordinal);
    }

    [Fact]
    public Task Leaves_names_that_differ_in_case_and_what_is_not_registered_alone() => AnalyzerVerifier.VerifyAsync(
        """
        using System.Text.Json;
        public static class Rules
        {
            [Condition("late")] public static bool A(JsonElement data, JsonElement parameters) => true;
            [Condition("Late")] public static bool B(JsonElement data, JsonElement parameters) => true;
            [Condition("late")] private static bool [|TG0011:C|](JsonElement data, JsonElement parameters) => true;
        }
        public sealed class Jobs { [Task(Name = "late")] public void Run() { } }
        """);

    [Fact]
    public Task Says_nothing_without_the_library() => AnalyzerVerifier.VerifyWithoutLibraryAsync(
        """
        public static class C { [Condition("late")] public static bool A() => true; [Condition("late")] public static bool B() => true; }
        """);
}
