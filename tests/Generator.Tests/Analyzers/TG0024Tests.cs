using Generator.Tests.Support;

namespace Generator.Tests.Analyzers;

/// <summary>Tasks and conditions that another source generator declares.</summary>
public sealed class TG0024Tests
{
    private const string Task =
        "public sealed class Counter { [Task] public static void [|TG0024:Count|](int id) { } }";

    [Fact]
    public async Task Flags_what_another_generator_declares()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            new AnalyzerSetup
            {
                Generated =
                [
                    Task,
                    """
                    using System.Text.Json;
                    public static class Rules
                    {
                        [Condition("is_late")] public static bool [|TG0024:IsLate|](JsonElement data, JsonElement parameters) => true;
                    }
                    """,
                ],
            },
            "public sealed class Jobs { [Task] public void A() { } }");
        Assert.Equal(
            "No client is generated for task 'Counter.Count' because another source generator adds its code, and source generators cannot "
                + "read each other's code. Declare the method in a C# file of the project.",
            messages.Single(static message => message.Contains("Counter", StringComparison.Ordinal)));
        Assert.Contains(
            messages, static message => message.StartsWith("Condition 'Rules.IsLate' is not registered because", StringComparison.Ordinal));
    }

    [Fact]
    public Task Flags_a_project_without_any_task_that_can_run() =>
        AnalyzerVerifier.VerifyAsync(new AnalyzerSetup { Generated = [Task] }, "");

    /// <summary>The attribute decides: the generator sees the part without it.</summary>
    [Fact]
    public Task Flags_a_partial_method_whose_attribute_is_added() => AnalyzerVerifier.VerifyAsync(
        new AnalyzerSetup { Generated = ["public partial class Jobs { [Task] public partial void B() { } }"] },
        "public partial class Jobs { public partial void [|TG0024:B|](); }");

    /// <summary>A rule of the method says the same: there is no client.</summary>
    [Fact]
    public Task Leaves_what_breaks_another_rule_to_that_rule() => AnalyzerVerifier.VerifyAsync(
        new AnalyzerSetup
        {
            Generated = ["public sealed class Counter { [Task] public async void [|TG0002:Count|]() => await Task.Yield(); }"],
        },
        "");

    [Fact]
    public Task Leaves_a_task_beside_generated_code_alone() => AnalyzerVerifier.VerifyAsync(
        new AnalyzerSetup
        {
            Generated =
            [
                """
                public sealed partial class Counter { public void Render() { } public partial void C() { } }
                """,
            ],
        },
        """
        public sealed partial class Counter
        {
            [Task] public void A() => Render();
            [Task] public void B() { }
            [Task] public partial void C();
        }
        """);

    /// <summary>What a generator adds before all others run is seen by them.</summary>
    [Fact]
    public async Task Leaves_constant_code_alone()
    {
        var constant = new FileGenerator(
            [
                """
                namespace Constant
                {
                    using TaskGen;
                    public sealed class Counter { [Task] public static void Count(int id) { } }
                    public static class Rules
                    {
                        [Condition("is_late")]
                        public static bool IsLate(System.Text.Json.JsonElement data, System.Text.Json.JsonElement parameters) => true;
                    }
                }
                """,
            ],
            areConstant: true);
        var compilation = GeneratorHarness.Compile("public sealed class Jobs { [Task] public void A() { } }");
        var output = GeneratorHarness.Generate(compilation, constant);
        Assert.NotNull(output.GetTypeByMetadataName("Constant.CounterClient"));
        Assert.Empty(await AnalyzerVerifier.FindAsync(output));
    }

    [Fact]
    public Task Says_nothing_without_the_library() =>
        AnalyzerVerifier.VerifyWithoutLibraryAsync("public sealed class C { [Task] public void A() { } }");
}
