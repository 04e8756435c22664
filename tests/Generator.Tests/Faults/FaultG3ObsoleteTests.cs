using Generator.Tests.Support;

namespace Generator.Tests.Faults;

/// <summary>Obsolete and experimental declarations: generated code has no error and no warning.</summary>
public sealed class FaultG3ObsoleteTests
{
    private const string Old =
        """
        using Microsoft.Extensions.DependencyInjection;
        [Obsolete("old", true)] public sealed record Old(int Id);
        [Obsolete("old", true)] public enum OldKind { A, B }
        [Obsolete("old", true)] public interface IOld;
        [Obsolete("old", true)] public static class OldHolder { public sealed record Order(int Id); }

        """;

    [Theory]
    [InlineData("public sealed class Jobs { [Obsolete(\"older\"), Task] public void Run(Old old) { } }")]
    [InlineData("public sealed class Jobs { [Obsolete(\"older\", true), Task] public void Run(Old old) { } }")]
    [InlineData("public sealed class Jobs { [Obsolete, Task] public List<Old> Run(Old?[] olds, (Old, int) pair) => []; }")]
    [InlineData("public sealed class Jobs { [Obsolete, Task] public void Run(ITaskProgress<Old> progress) { } }")]
    [InlineData("public sealed class Jobs { [Obsolete, Task] public void Run([FromServices] IOld a, [FromServices] IOld? b) { } }")]
    [InlineData("public sealed class Jobs { [Obsolete, Task] public void Run(OldHolder.Order order) { } }")]
    [InlineData(
        "public sealed class Jobs { [Obsolete, Task(Idempotent = true)] public void Run(OldKind a = OldKind.B, OldKind? b = null) { } }")]
    [InlineData("[Obsolete] public sealed class Jobs(IOld old) { [Task] public Old? Run(Old? old) => old; public object O => old; }")]
    [InlineData("[Obsolete] public static class Outer { public sealed class Jobs { [Task] public void Run(Old old) { } } }")]
    [InlineData("[Obsolete(\"old\", true)] public static class Outer { public sealed class Jobs { [Task] public void Run(Old old) { } } }")]
    public Task Types_whose_use_is_an_error_in_an_obsolete_task(string source) => GeneratedCodeVerifier.VerifyGeneratedAsync(
        new AnalyzerSetup(), Old + source);

    [Theory]
    [InlineData("public sealed class Jobs { [Obsolete, Task] public void Run() { } }")]
    [InlineData("public sealed class Jobs { [Obsolete(\"a \\\"b\\\"\\n\"), Task] public void Run() { } }")]
    [InlineData("public sealed class Jobs { [Obsolete(\"\", true), Task] public void Run() { } }")]
    [InlineData("public sealed class Jobs { [Obsolete(\"a\", DiagnosticId = \"OLD1\", UrlFormat = \"u\"), Task] public void Run() { } }")]
    [InlineData("[Obsolete(\"\", true)] public sealed class Jobs { [Task] public void Run() { } [Task] public static void Two() { } }")]
    [InlineData("[Obsolete(\"\", DiagnosticId = \"OLD1\")] public sealed class Jobs { [Task] public void Run() { } }")]
    [InlineData("public sealed class Jobs { [Obsolete(\"\", true)] public Jobs() { } [Task] public void Run() { } }")]
    [InlineData("public sealed class Jobs : IDisposable { [Task] public void Run() { } [Obsolete(\"\", true)] public void Dispose() { } }")]
    [InlineData(
        """
        [Obsolete] public sealed record Order(int Id);
        [Obsolete] public interface IStore;
        #pragma warning disable CS0612
        public sealed class Jobs(IStore a) { [Task] public Order Run(Order order, [FromServices] IStore b) => a == b ? order : order; }
        """)]
    [InlineData(
        """
        using System.Text.Json;
        public static class Rules { [Obsolete, Condition("late")] public static bool IsLate(JsonElement a, JsonElement b) => true; }
        """)]
    public Task Obsolete_methods_classes_constructors_and_types(string source) => GeneratedCodeVerifier.VerifyGeneratedAsync(
        new AnalyzerSetup(), source);

    [Fact]
    public void Callers_of_a_task_in_an_obsolete_outer_class_are_warned()
    {
        var compilation = GeneratorHarness.Generate(GeneratorHarness.Compile(
            """
            [Obsolete("old")] public static class Outer { public sealed class Jobs { [Task] public void Run() { } } }
            public static class Caller { public static Task Call(OuterJobsClient client) => client.Run.DelayAsync(); }
            """));
        var problem = Assert.Single(compilation.GetDiagnostics(), static problem => problem.WarningLevel == 0 || problem.IsWarningAsError);
        Assert.Equal("CS0618", problem.Id);
    }

    [Fact]
    public Task A_type_whose_use_is_an_error_in_a_task_that_is_not_obsolete() => GeneratedCodeVerifier.VerifyUserErrorAsync(
        Old + "public sealed class Jobs { [Task] public void Run(Old old, [FromKeyedServices(OldKind.A)] IOld service) { } }");

    [Fact]
    public Task A_json_context_whose_use_is_an_error() => GeneratedCodeVerifier.VerifyUserErrorAsync(
        """
        [assembly: TaskJsonContext<OldContext>]
        [Obsolete("old", true)]
        public abstract class OldContext() : System.Text.Json.Serialization.JsonSerializerContext(null)
        {
            public static OldContext Default => throw null!;
        }
        public sealed class Jobs { [Task] public void Run() { } }
        """);

    [Fact]
    public Task Experimental_types_everywhere() => GeneratedCodeVerifier.VerifyGeneratedAsync(
        new AnalyzerSetup(),
        """
        using System.Diagnostics.CodeAnalysis;
        using Microsoft.Extensions.DependencyInjection;
        [Experimental("NEW1")] public sealed record Order(int Id);
        [Experimental("NEW2")] public enum Key { A }
        [Experimental("NEW3")] public class Broken : Exception;
        [Experimental("NEW4")] public interface IStore;
        [Experimental("NEW5")] public static class Holder { public sealed record Inner(int Id); }
        public static class Outer<T> { public sealed record Inner(T Value); }
        #pragma warning disable NEW1, NEW2, NEW3, NEW4, NEW5
        public sealed class Jobs(IStore store)
        {
            [Task(Retry = 1), RetryOn<Broken>]
            public (Order, int)[] Run(
                List<Order[]> orders, Holder.Inner inner, ITaskProgress<Order> progress, [FromServices] IStore? other,
                [FromKeyedServices(Key.A)] IFormatProvider a, [FromKeyedServices(typeof(Order))] IFormatProvider b) =>
                store == other ? [] : [];
            [Task] public void Second(Outer<Order>.Inner inner) { }
        }
        """);

    [Fact]
    public Task An_experimental_id_that_is_not_valid() => GeneratedCodeVerifier.VerifyUserErrorAsync(
        "[System.Diagnostics.CodeAnalysis.Experimental(\"NEW-1\")] public sealed class Jobs { [Task] public void Run() { } }");
}
