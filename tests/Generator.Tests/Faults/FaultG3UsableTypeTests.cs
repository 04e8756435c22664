using Generator.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Generator.Tests.Faults;

/// <summary>A type that a source file can use, and a generated file cannot: one message, and no code that does not compile.</summary>
public sealed class FaultG3UsableTypeTests
{
    private const string Legacy =
        """
        namespace Legacy
        {
            public record Order(int Id);
            public enum Kind { A, B }
            public class Broken : System.Exception;
            public interface IStore;
            public class Outer { public class Inner<T> { } }
        }
        """;

    private const string Usings =
        """
        extern alias legacy;
        using legacy::Legacy;
        using Microsoft.Extensions.DependencyInjection;

        """;

    [Theory]
    [InlineData("public sealed class Jobs { [Task] public void Run(legacy::Legacy.Order [|TG0019:order|]) { } }")]
    [InlineData("public sealed class Jobs { [Task] public void Run(List<Order?[]> [|TG0019:orders|], Kind kind = Kind.B) { } }")]
    [InlineData("public sealed class Jobs { [Task] public Task<Order> [|TG0019:Run|]() => Task.FromResult(new Order(1)); }")]
    [InlineData("public sealed class Jobs { [Task] public void Run(ITaskProgress<Order> [|TG0019:progress|]) { } }")]
    [InlineData("public sealed class Jobs { [Task] public void Run((int, Order) [|TG0019:pair|]) { } }")]
    [InlineData("public sealed class Jobs { [Task] public void Run(Outer.Inner<int> [|TG0019:inner|]) { } }")]
    [InlineData("public sealed class Jobs { [Task] public void Run([FromServices] IStore [|TG0019:store|]) { } }")]
    [InlineData("public sealed class Jobs(IStore [|TG0019:store|]) { [Task] public void Run() => GC.KeepAlive(store); }")]
    [InlineData("public sealed class Jobs { [Task(Retry = 1), [|TG0019:RetryOn<Broken>|]] public void Run() { } }")]
    [InlineData(
        "public sealed class Jobs { [Task] public void Run([[|TG0019:FromKeyedServices(typeof(IStore))|]] IFormatProvider format) { } }")]
    [InlineData("public sealed class Jobs { [Task] public void Run([[|TG0019:FromKeyedServices(Kind.B)|]] IFormatProvider format) { } }")]
    public async Task A_type_of_an_extern_alias(string source)
    {
        var messages = await GeneratedCodeVerifier.VerifyAsync(Usings + source, Library("LegacyLibrary", Legacy, "legacy"));
        Assert.Contains("only with the alias 'legacy'. Add the alias 'global'", messages[0], StringComparison.Ordinal);
    }

    [Fact]
    public Task A_json_context_of_an_extern_alias() => GeneratedCodeVerifier.VerifyAsync(
        """
        extern alias legacy;
        [assembly: [|TG0019:TaskJsonContext<legacy::LegacyContext>|]]
        public sealed class Jobs { [Task] public void Run() { } }
        """,
        Library(
            "LegacyLibrary",
            """
            public abstract class LegacyContext() : System.Text.Json.Serialization.JsonSerializerContext(null)
            {
                public static LegacyContext Default => throw null!;
            }
            """,
            "legacy"));

    [Fact]
    public Task Leaves_an_alias_beside_the_global_one_and_uses_in_a_body() => GeneratedCodeVerifier.VerifyGeneratedAsync(
        new AnalyzerSetup
        {
            References = [Library("LegacyLibrary", Legacy, "global", "legacy"), Library("Hidden", "public class Hidden;", "hidden")],
        },
        """
        extern alias legacy;
        extern alias hidden;
        public sealed class Jobs
        {
            [Task] public legacy::Legacy.Order Run(legacy::Legacy.Order order) { GC.KeepAlive(new hidden::Hidden()); return order; }
        }
        """);

    [Fact]
    public async Task A_type_whose_full_name_two_references_declare()
    {
        const string Shared = "namespace Shared { public class Order { public int Id { get; set; } } }";
        var messages = await GeneratedCodeVerifier.VerifyAsync(
            """
            extern alias second;
            public sealed class Jobs { [Task] public void Run(second::Shared.Order [|TG0019:order|]) { } }
            """,
            Library("First", Shared),
            Library("Second", Shared, "global", "second"));
        Assert.Contains("several meanings", messages[0], StringComparison.Ordinal);
    }

    [Fact]
    public Task Leaves_a_type_whose_full_name_another_reference_uses_internally() => GeneratedCodeVerifier.VerifyGeneratedAsync(
        new AnalyzerSetup
        {
            References =
            [
                Library("First", "namespace Shared { internal class Order; }"),
                Library("Second", "namespace Shared { public class Order { public int Id { get; set; } } }"),
            ],
        },
        "public sealed class Jobs { [Task] public void Run(Shared.Order order) { } }");

    [Fact]
    public Task Leaves_a_type_that_a_reference_declares_too() => GeneratedCodeVerifier.VerifyGeneratedAsync(
        new AnalyzerSetup { References = [Library("First", "namespace Shared { public class Order; }")] },
        """
        #pragma warning disable CS0436
        namespace Shared { public class Order { public int Id { get; set; } } }
        public sealed class Jobs { [Task] public void Run(Shared.Order order) { } }
        """);

    [Theory]
    [InlineData("public sealed class Jobs { private enum Key { A } [Task] public void Run([[|TG0019:@(Key.A)|]] IFormatProvider a) { } }")]
    [InlineData("public class Jobs { protected enum Key { A } [Task] public void Run([[|TG0019:@(Key.A)|]] IFormatProvider a) { } }")]
    [InlineData("file enum Key { A } public class Jobs { [Task] public void Run([[|TG0019:@(Key.A)|]] IFormatProvider a) { } }")]
    [InlineData("public class Jobs { private class Key; [Task] public void Run([[|TG0019:@(typeof(Key))|]] IFormatProvider a) { } }")]
    [InlineData("public class Jobs { private class Key; [Task] public void Run([[|TG0019:@(typeof(List<Key>))|]] IFormatProvider a) { } }")]
    [InlineData("public class Jobs { private class Key<T>; [Task] public void Run([[|TG0019:@(typeof(Key<>))|]] IFormatProvider a) { } }")]
    [InlineData(
        """
        public class Jobs([[|TG0019:@(Jobs.Key.A)|]] IFormatProvider format)
        {
            private enum Key { A }
            [Task] public void Run() => GC.KeepAlive(format);
        }
        """)]
    public Task A_service_key_of_a_hidden_type(string source) => GeneratedCodeVerifier.VerifyAsync(
        "using Microsoft.Extensions.DependencyInjection;\n" + source.Replace("@", "FromKeyedServices", StringComparison.Ordinal));

    [Fact]
    public Task Leaves_service_keys_that_generated_code_can_repeat() => GeneratedCodeVerifier.VerifyGeneratedAsync(
        new AnalyzerSetup(),
        """
        using Microsoft.Extensions.DependencyInjection;
        public class Jobs
        {
            private const string Name = "key";
            protected internal enum Key : byte { A }
            internal class Marker<T>;
            [Task] public void Run(
                [FromKeyedServices(Name)] IFormatProvider a, [FromKeyedServices(Key.A)] IFormatProvider b,
                [FromKeyedServices(typeof(Marker<>))] IFormatProvider c, [FromKeyedServices('\ud800')] IFormatProvider d,
                [FromKeyedServices(double.NaN)] IFormatProvider e, [FromKeyedServices((Key)7)] IFormatProvider f,
                [FromKeyedServices(typeof(int[]))] IFormatProvider g, [FromKeyedServices(null)] IFormatProvider h) { }
        }
        """);

    [Fact]
    public Task Leaves_internal_types_of_an_assembly_that_shows_them() => GeneratedCodeVerifier.VerifyGeneratedAsync(
        new AnalyzerSetup
        {
            References =
            [
                Library(
                    "Friend",
                    "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Tests\")] "
                    + "namespace Friend { internal record Order(int Id); }"),
            ],
        },
        "internal sealed class Jobs { [Task] public Friend.Order Run(Friend.Order order) => order; }");

    private static MetadataReference Library(string name, string source, params string[] aliases)
    {
        var compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(source)],
            TestReferences.All,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        return ReferencedAssembly.Of(compilation).WithAliases(aliases);
    }
}
