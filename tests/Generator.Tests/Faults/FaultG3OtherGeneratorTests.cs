using Generator.Tests.Support;

namespace Generator.Tests.Faults;

/// <summary>A declaration that depends on what another source generator declares: no code that does not compile, and one message.</summary>
public sealed class FaultG3OtherGeneratorTests
{
    private const string Late =
        """
        public sealed record Late(int A);
        public enum LateKind { A }
        public class LateException : System.Exception;
        public interface ILate;
        public class LateBase;
        public static class LateNames { public const string Name = "late"; public const int Retries = 3; }
        public sealed class LateAttribute : System.Attribute;
        public interface ILateDisposable : System.IDisposable;
        """;

    private static readonly AnalyzerSetup Setup = new() { Generators = [new OtherGenerator(late: Late)] };

    [Theory]
    [InlineData("public sealed class Jobs { [Task] public void Run(Late [|TG0018:order|]) { } }")]
    [InlineData("public sealed class Jobs { [Task] public void Run(List<(int, Late?[])> [|TG0018:orders|]) { } }")]
    [InlineData("public sealed class Jobs { [Task] public Task<Late> [|TG0018:Run|]() => Task.FromResult(new Late(1)); }")]
    [InlineData("public sealed class Jobs { [Task] public void Run(ITaskProgress<Late> [|TG0018:progress|]) { } }")]
    [InlineData("public sealed class Jobs { [Task] public void Run([FromServices] ILate [|TG0018:service|]) { } }")]
    [InlineData("public sealed class Jobs(ILate [|TG0018:service|]) { [Task] public void Run() => GC.KeepAlive(service); }")]
    [InlineData("public sealed class Jobs { [Task(Retry = 1), [|TG0018:RetryOn<LateException>|]] public void Run() { } }")]
    public Task A_type(string source) => GeneratedCodeVerifier.VerifyAsync(Setup, source);

    [Theory]
    [InlineData("public sealed class Jobs { [Task(Name = [|TG0018:LateNames|].Name)] public void Run() { } }")]
    [InlineData("public sealed class Jobs { [Task(Retry = [|TG0018:LateNames|].Retries)] public void Run() { } }")]
    [InlineData("public sealed class Jobs { [Task, TaskAlias([|TG0018:LateNames|].Name)] public void Run() { } }")]
    [InlineData("[TaskGroup([|TG0018:LateNames|].Name)] public sealed class Jobs { [Task] public void Run() { } }")]
    [InlineData("public sealed class Jobs { [Task] public void Run(string name = [|TG0018:LateNames|].Name) { } }")]
    [InlineData("public sealed class Jobs { [Task] public void Run(int number = [|TG0018:LateNames|].Retries + 1) { } }")]
    [InlineData("public sealed class Jobs { [Task] public void Run(LateKind [|TG0018:kind|] = LateKind.A) { } }")]
    [InlineData(
        """
        using Microsoft.Extensions.DependencyInjection;
        public sealed class Jobs { [Task] public void Run([FromKeyedServices([|TG0018:LateNames|].Name)] IFormatProvider format) { } }
        """)]
    [InlineData(
        """
        using Microsoft.Extensions.DependencyInjection;
        public sealed class Jobs([FromKeyedServices([|TG0018:LateNames|].Name)] IFormatProvider format)
        {
            [Task] public void Run() => GC.KeepAlive(format);
        }
        """)]
    [InlineData(
        """
        using System.Text.Json;
        public static class Rules
        {
            [Condition([|TG0018:LateNames|].Name)] public static bool IsLate(JsonElement data, JsonElement parameters) => true;
            [Condition("early")] public static bool IsEarly(JsonElement data, JsonElement parameters) => true;
        }
        """)]
    public Task A_constant(string source) => GeneratedCodeVerifier.VerifyAsync(Setup, source);

    [Theory]
    [InlineData("public sealed class [|TG0018:Jobs|] : LateBase { [Task] public void Run() { } }")]
    [InlineData("public class [|TG0018:Middle|] : LateBase; public sealed class Jobs : Middle { [Task] public void Run() { } }")]
    [InlineData("public sealed class [|TG0018:Jobs|] : ILate { [Task] public void Run() { } }")]
    public Task A_base_class(string source) => GeneratedCodeVerifier.VerifyAsync(Setup, source);

    [Fact]
    public Task An_interface_that_makes_the_class_disposable() => GeneratedCodeVerifier.VerifyAsync(
        Setup,
        """
        public class Root;
        public sealed class Jobs : Root, ILateDisposable { [Task] public void [|TG0018:Run|]() { } public void Dispose() { } }
        """);

    [Theory]
    [InlineData("System.IDisposable", "public void Dispose() { }")]
    [InlineData("System.IAsyncDisposable", "public System.Threading.Tasks.ValueTask DisposeAsync() => default;")]
    public async Task A_part_that_makes_the_class_disposable(string type, string member)
    {
        var setup = new AnalyzerSetup { Generators = [new OtherGenerator(late: $"partial class Jobs : {type} {{ {member} }}")] };
        var messages = await GeneratedCodeVerifier.VerifyAsync(
            setup, "public sealed partial class Jobs { [Task] public void [|TG0018:Run|]() { } }");
        Assert.Contains($"Add '{type.Split('.')[1]}' to the declaration of 'Jobs'", messages[0], StringComparison.Ordinal);
        await GeneratedCodeVerifier.VerifyGeneratedAsync(
            setup, $"public sealed partial class Jobs : {type} {{ [Task] public void Run() {{ }} }}");
        await GeneratedCodeVerifier.VerifyGeneratedAsync(
            setup, "public sealed partial class Jobs { [Task] public static void Run() { } }");
    }

    [Fact]
    public Task A_json_context() => GeneratedCodeVerifier.VerifyAsync(
        new AnalyzerSetup
        {
            Generators =
            [
                new OtherGenerator(late:
                    """
                    public class LateContext() : System.Text.Json.Serialization.JsonSerializerContext(null)
                    {
                        public static LateContext Default { get; } = new();
                        protected override System.Text.Json.JsonSerializerOptions? GeneratedSerializerOptions => null;
                        public override System.Text.Json.Serialization.Metadata.JsonTypeInfo? GetTypeInfo(System.Type type) => null;
                    }
                    """),
            ],
        },
        """
        [assembly: [|TG0018:TaskJsonContext<LateContext>|]]
        public sealed class Jobs { [Task] public void Run() { } }
        """);

    [Fact]
    public async Task Types_that_this_generator_declares()
    {
        var messages = await GeneratedCodeVerifier.VerifyAsync(
            """
            public sealed class Orders { [Task] public void Pay(int id) { } }
            public sealed class Jobs { [Task] public void Run(OrdersClient.PayTask.Args [|TG0018:order|]) { } }
            """);
        Assert.Contains("Use a type that is not generated.", messages[0], StringComparison.Ordinal);
    }

    [Fact]
    public Task One_task_that_depends_on_another_generator_leaves_the_others_alone() => GeneratedCodeVerifier.VerifyGeneratedAsync(
        Setup,
        """
        public sealed class Jobs
        {
            [Task] public void Run(Late [|TG0018:order|]) { }
            [Task] public void Second() { }
        }
        public static class Caller { public static Task Call(ITaskClient client) => client.Jobs.Second.DelayAsync(); }
        """);

    [Theory]
    [InlineData("public sealed class Jobs { [Task] public void Run(Early order, EarlyKind kind = EarlyKind.B) { } }")]
    [InlineData("public sealed class Jobs : EarlyBase { [Task(Name = EarlyNames.Name)] public void Run() { } }")]
    [InlineData("public sealed class Jobs { [Task] public void Run() => GC.KeepAlive(new Late(1)); }")]
    [InlineData("public sealed class Jobs { [Task, Late] public void Run() { } }")]
    [InlineData("[Late] public sealed class Jobs(IFormatProvider format) { [Task] public void Run() => GC.KeepAlive(format); }")]
    [InlineData("public sealed record Order(Late Late); public sealed class Jobs { [Task] public void Run(Order order) { } }")]
    [InlineData("public class Root; public sealed class Jobs : Root, ILate { [Task] public void Run() { } }")]
    public Task Leaves_what_all_generators_see_and_what_does_not_matter(string source) => GeneratedCodeVerifier.VerifyGeneratedAsync(
        new AnalyzerSetup
        {
            Generators =
            [
                new OtherGenerator(
                    "public sealed record Early(int A); public enum EarlyKind { A, B } public class EarlyBase; "
                    + "public static class EarlyNames { public const string Name = \"early\"; }",
                    Late),
            ],
        },
        source);

    [Fact]
    public async Task Says_nothing_where_the_generator_did_not_run()
    {
        var compilation = GeneratorHarness.Compile("public sealed class Jobs { [Task] public void Run(int a) { } }");
        Assert.Empty(await AnalyzerVerifier.AnalyzeAsync(compilation, new AnalyzerSetup().ToOptions()));
    }
}
