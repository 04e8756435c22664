using Generator.Tests.Support;

namespace Generator.Tests.Emission;

/// <summary>What generated code says of <c>[Sensitive]</c>, and that nothing it prints shows it.</summary>
public sealed class SensitivityTests
{
    /// <summary>A task whose description is checked as text: parameters, result, detail.</summary>
    private static Task DescribesAsync(string declarations, string signature, string expected, string returns = "") =>
        LoadedProgram.RunAsync(
            $$"""
            using System.Text.Json.Serialization;
            using TaskGen.CompilerServices;
            {{declarations}}
            public static class Jobs
            {
                [Task] {{returns}} {{signature}} => throw new NotSupportedException();

                public static string Describe<TTask, TArgs, TResult>(ITaskDefinition<TArgs, TResult> task)
                    where TTask : ITaskDefinition<TArgs, TResult> => Describe(TTask.Sensitivity);

                private static string Describe(TaskSensitivity? found) => found is null
                    ? "nothing"
                    : $"{List(found.Parameters)} -> {List(found.Result)} {List(found.Detail)}".Trim();

                private static string List(IReadOnlyList<SensitivePart> parameters) =>
                    string.Join("; ", parameters.Select(part => $"{part.Name}{List(part.Members)}"));

                private static string List(IReadOnlyList<string>? members) => members is null ? "" : $"({string.Join(", ", members)})";
            }
            """,
            $$"""
                var task = client.Jobs.Run;
                var method = typeof(Jobs).GetMethod("Describe")!;
                var definition = task.GetType().GetInterfaces().Single(one => one.Name == "ITaskDefinition`2");
                var found = (string)method.MakeGenericMethod([task.GetType(), .. definition.GetGenericArguments()]).Invoke(null, [task])!;
                var expected = {{Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(expected, true)}};
                if (found != expected) throw new InvalidOperationException(found);
            """);

    [Fact]
    public Task A_task_without_any_says_nothing() => DescribesAsync(
        "public sealed record Order(int Id, Order? Next);",
        "public static string Run(string a, Order b, List<Order> c, ITaskProgress<Order> d)",
        "nothing");

    [Fact]
    public Task A_marked_parameter_or_result_is_sensitive_as_a_whole() => DescribesAsync(
        "public sealed record Order([Sensitive] string Card);",
        "public static Task<Order> Run(int a, [Sensitive] string b, [Sensitive] Order c)",
        "b(); c() -> ()",
        "[return: Sensitive]");

    [Theory]
    [InlineData("public sealed record T([Sensitive] string Card);", "T a", "a(Card) ->")]
    [InlineData("public sealed record T([property: Sensitive] string Card);", "T a", "a(Card) ->")]
    [InlineData("public record struct T([Sensitive] string Card);", "T? a", "a(Card) ->")]
    [InlineData(
        "public sealed class T { [Sensitive] public string Card { get; set; } = \"\"; [Sensitive] public int Pin; }",
        "T a",
        "a(Card, Pin) ->")]
    [InlineData(
        "public sealed class T(string card) { [Sensitive, JsonPropertyName(\"c\")] public string Card => card; }", "T a", "a(c) ->")]
    [InlineData("public sealed class T([Sensitive] string card) { public string Card => card; }", "T a", "a(Card) ->")]
    [InlineData(
        "public abstract class B { [Sensitive] public virtual string? Card { get; set; } } public class T : B { "
            + "public override string? Card { get; set; } }",
        "T a",
        "a(Card) ->")]
    [InlineData(
        "public interface I { [Sensitive] string Card { get; } } public class T : I { public string Card => \"\"; }", "T a", "a(Card) ->")]
    [InlineData(
        "[JsonDerivedType(typeof(D))] public class T { } public class D : T { [Sensitive] public string? Card { get; set; } }",
        "T a",
        "a(Card) ->")]
    [InlineData("public sealed record T([Sensitive] string Card, T? Next);", "List<T> a", "a(Card) ->")]
    [InlineData(
        "public sealed record T([Sensitive] string Card); public sealed record O(Dictionary<string, (int, T[])> Map);",
        "O a",
        "a(Card) ->")]
    [InlineData("public sealed record T([Sensitive] string Card); public class L : List<T> { }", "L a", "a(Card) ->")]
    [InlineData("public sealed record T<X>(X Value); public sealed record S([Sensitive] string Card);", "T<S> a", "a(Card) ->")]
    [InlineData("public sealed record T<X>([Sensitive] X Value);", "T<int> a, int b", "a(Value) ->")]
    [InlineData("public sealed record T([Sensitive] string Card);", "(int, T) a, ITaskProgress<T[]> b", "a(Card) ->  (Card)")]
    public Task Members_are_found_wherever_they_travel(string declarations, string parameters, string expected) =>
        DescribesAsync(declarations, $"public static void Run({parameters})", expected);

    [Fact]
    public Task Members_of_a_result_and_of_a_detail_are_found() => DescribesAsync(
        "public sealed record T([Sensitive] string Card); public sealed record D([Sensitive] string Token);",
        "public static ValueTask<T[]> Run(ITaskProgress<D> progress)",
        "-> (Card) (Token)");

    [Fact]
    public Task A_payload_does_not_print_what_is_sensitive() => LoadedProgram.RunAsync(
        """
        public sealed class Customer
        {
            [Sensitive] public string Email { get; init; } = "secret";
            public override string ToString() => Email;
        }
        public static class Jobs
        {
            [Task] public static void Run(int order, [Sensitive] string card, Customer customer, string[] tags, string? note = null) { }
        }
        """,
        """
            var args = new JobsClient.RunTask.Args(5, "4111", new Customer(), ["a"]);
            Check(args.ToString() == "Args { Order = 5, Card = ***, Customer = ***, Tags = System.String[], Note =  }");
            Check(args == new JobsClient.RunTask.Args(5, "4111", args.Customer, ["a"]));
        """);

    [Fact]
    public void Callers_in_other_assemblies_see_the_marks()
    {
        var output = GeneratorHarness.GenerateStrictly(GeneratorHarness.Compile(
            "public static class Jobs { [Task] public static void Run(int order, [Sensitive] params string[] cards) { } }"));
        var task = output.GetTypeByMetadataName("JobsClient+RunTask")!;
        var methods = task.GetMembers()
            .OfType<Microsoft.CodeAnalysis.IMethodSymbol>()
            .Where(static method => method.Name is "DelayAsync" or "Signature" or "Partial")
            .ToList();
        Assert.Equal(4, methods.Count);
        Assert.All(
            methods,
            static method => Assert.True(
                TaskGen.Generator.Rules.Sensitivity.SensitivityReader.IsSensitive(
                    method.Parameters.Single(static parameter => parameter.Name == "cards"))));
        var args = task.GetTypeMembers("Args").Single();
        Assert.Contains(
            args.GetMembers("Cards").Single().GetAttributes(), static attribute => attribute.AttributeClass!.Name == "SensitiveAttribute");
        Assert.False(TaskGen.Generator.Rules.Sensitivity.SensitivityReader.IsSensitive(args.GetMembers("Order").Single()));
    }
}
