using Generator.Tests.Support;

namespace Generator.Tests.Pipeline;

/// <summary>The same declarations give the same output, in whatever order they stand.</summary>
public sealed class OrderingTests
{
    private static readonly string[] Sources =
    [
        "namespace B { public sealed class Jobs { [Task] public void Z() { } [Task] public void A() { } } }",
        "namespace A { public sealed class OtherJobs { [Task] public void M() { } } }",
        "[assembly: TaskJsonContext<J1>] public abstract class J1() : System.Text.Json.Serialization.JsonSerializerContext(null) { }",
        "[assembly: TaskJsonContext<J0>] public abstract class J0() : System.Text.Json.Serialization.JsonSerializerContext(null) { }",
        "using System.Text.Json; "
            + "public static class R1 { [Condition(\"b\")] public static bool B(JsonElement data, JsonElement parameters) => true; }",
        "using System.Text.Json; "
            + "public static class R0 { [Condition(\"a\")] public static bool A(JsonElement data, JsonElement parameters) => true; }",
    ];

    [Fact]
    public void Reordered_files_give_identical_output()
    {
        var expected = GeneratorHarness.Files(GeneratorHarness.Run(Sources));
        foreach (var order in (int[][])[[5, 4, 3, 2, 1, 0], [1, 3, 5, 0, 2, 4], [2, 4, 0, 3, 1, 5]])
        {
            Assert.Equal(expected, GeneratorHarness.Files(GeneratorHarness.Run([.. order.Select(static index => Sources[index])])));
        }
    }

    [Fact]
    public void Lines_end_alike_on_every_system() =>
        Assert.All(
            GeneratorHarness.Files(GeneratorHarness.Run(Sources))
                .Where(static file => file.Key.EndsWith(".g.cs", StringComparison.Ordinal)),
            static file => Assert.DoesNotContain('\r', file.Value));
}
