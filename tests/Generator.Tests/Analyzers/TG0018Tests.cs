using Generator.Tests.Support;

namespace Generator.Tests.Analyzers;

/// <summary>Declarations that depend on generated code. The tests of fault G3 have the cases with other source generators.</summary>
public sealed class TG0018Tests
{
    [Fact]
    public async Task Flags_types_of_another_generator()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            new AnalyzerSetup { Generators = [new OtherGenerator(late: "public sealed record Order(int Id);")] },
            "public sealed class Jobs { [Task] public void Run(List<Order> [|TG0018:orders|]) { } }");
        Assert.EndsWith("Declare 'Order' in a source file or in another project.", messages[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Flags_constructors_of_another_generator()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            new AnalyzerSetup { Generators = [new OtherGenerator()] },
            """
            [Other.AutoConstructor] public partial class Jobs
            {
                private readonly IFormatProvider _format;
                [Task] public void [|TG0018:Run|]() => GC.KeepAlive(_format);
            }
            """);
        Assert.Contains("declares the constructor of 'Jobs'", messages[0], StringComparison.Ordinal);
        Assert.EndsWith("Write the constructor in a source file.", messages[0], StringComparison.Ordinal);
    }

    [Fact]
    public Task Flags_generated_types_of_this_generator() => AnalyzerVerifier.VerifyAsync(
        """
        public sealed class Orders { [Task] public void Pay(int id) { } }
        public sealed class Jobs { [Task] public void Run(OrdersClient.PayTask.Args [|TG0018:order|]) { } }
        """);

    [Fact]
    public Task Leaves_tasks_that_break_another_rule_or_have_a_client() => AnalyzerVerifier.VerifyAsync(
        """
        public sealed class Jobs
        {
            [Task] private void [|TG0001:Hidden|]() { }
            [Task] public void First() { }
            [Task] public void [|TG0203:FirstTask|]() { }
            [Task(Name = "Jobs.First")] public void [|TG0202:Second|](OrdersClient client) { }
        }
        public sealed class OrdersClient;
        """);

    [Fact]
    public Task Says_nothing_without_the_library() => AnalyzerVerifier.VerifyWithoutLibraryAsync(
        "public sealed class C { [Task] public void Run(int a) { } }");
}
