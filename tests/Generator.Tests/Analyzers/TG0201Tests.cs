using Generator.Tests.Support;

namespace Generator.Tests.Analyzers;

/// <summary>Names with characters that are not allowed.</summary>
public sealed class TG0201Tests
{
    [Fact]
    public Task Flags_names_of_tasks_queues_and_groups() => AnalyzerVerifier.VerifyAsync(
        """
        public sealed class Jobs
        {
            [Task([|TG0201:Name = ""|])] public void A() { }
            [Task([|TG0201:Name = "a b"|], [|TG0201:Queue = "{x}"|])] public void B() { }
            [Task([|TG0201:Queue = ""|])] public void C() { }
            [Task] public void [|TG0201:Größe|]() { }
        }
        [TaskGroup("a b")] public sealed class Others { [Task] public void [|TG0201:A|]() { } }
        [TaskGroup("a\u200Db")] public sealed class Invisible { [Task] public void [|TG0201:A|]() { } }
        """);

    [Fact]
    public async Task Flags_names_of_conditions()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            """
            using System.Text.Json;
            public static class Rules
            {
                [Condition("")] public static bool [|TG0201:A|](JsonElement data, JsonElement parameters) => true;
                [Condition("is weekend")] public static bool [|TG0201:B|](JsonElement data, JsonElement parameters) => true;
                [Condition(null!)] public static bool [|TG0201:C|](JsonElement data, JsonElement parameters) => true;
                [Condition("is_weekend")] public static bool D(JsonElement data, JsonElement parameters) => true;
            }
            """);
        Assert.Contains("'Rules.B' because its condition name 'is weekend' is not valid", messages[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Flags_aliases_where_they_are_given()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            """
            public sealed class Jobs
            {
                [Task, [|TG0201:TaskAlias("")|], TaskAlias("good")] public void A() { }
                [Task]
                [[|TG0201:TaskAlias("old name")|]]
                [[|TG0201:TaskAlias(null!)|]]
                public void B() { }
            }
            """);
        Assert.Contains("'Jobs.B' because its alias name 'old name' is not valid", messages[1], StringComparison.Ordinal);
    }

    [Fact]
    public Task Leaves_good_names_alone() => AnalyzerVerifier.VerifyAsync(
        """
        [TaskGroup("class")]
        public sealed class Jobs
        {
            [Task(Name = "A-z_0.9", Queue = "q"), TaskAlias("9.0_z-A")] public void A() { }
            [Task(Name = "size")] public void Größe() { }
        }
        """);

    [Fact]
    public Task Says_nothing_without_the_library() => AnalyzerVerifier.VerifyWithoutLibraryAsync(
        "public sealed class C { [Task] public void Größe() { } }");
}
